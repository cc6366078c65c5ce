"""The words of the linked data: what each term means, and the type of a name by its kind."""

from __future__ import annotations

from .data import Json

_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def _id(term: str) -> Json:
    return {"@id": term, "@type": "@id"}


CONTEXT: Json = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "pav": "http://purl.org/pav/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "text": "schema:text",
    "name": "schema:name",
    "alternateName": "schema:alternateName",
    "description": "schema:description",
    "identifier": "schema:identifier",
    "keywords": "schema:keywords",
    "comment": "rdfs:comment",
    "sha256": "schema:sha256",
    "encodingFormat": "schema:encodingFormat",
    "headline": "schema:headline",
    "publisher": "schema:publisher",
    "propertyID": "schema:propertyID",
    "value": "schema:value",
    "states": "schema:mainEntity",
    "about": _id("schema:about"),
    "author": _id("schema:author"),
    "mentions": _id("schema:mentions"),
    "appearance": _id("schema:appearance"),
    "license": _id("schema:license"),
    "published": {"@id": "schema:datePublished", "@type": _EDTF},
    "address": _id("schema:url"),
    "archive": _id("schema:archivedAt"),
    "retrieved": {"@id": "pav:retrievedOn", "@type": _EDTF},
    "page": "schema:pagination",
    "section": "schema:articleSection",
    "when": {"@id": "schema:temporalCoverage", "@type": _EDTF},
    "asOf": {"@id": "dcterms:valid", "@type": _EDTF},
    "derivedFrom": _id("prov:wasDerivedFrom"),
    "quotedFrom": _id("prov:wasQuotedFrom"),
    "attributedTo": _id("prov:wasAttributedTo"),
    "body": _id("oa:hasBody"),
    "target": _id("oa:hasTarget"),
    "motivation": _id("oa:motivatedBy"),
    "source": _id("oa:hasSource"),
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}

KINDS = {
    "person": ["schema:Person", "prov:Person"],
    "group": ["foaf:Group", "prov:Agent"],
    "people": ["foaf:Group"],
    "organisation": ["schema:Organization", "prov:Organization"],
    "organization": ["schema:Organization", "prov:Organization"],
    "publisher": ["schema:Organization", "prov:Organization"],
    "place": ["schema:Place"],
    "event": ["schema:Event"],
    "work": ["schema:CreativeWork"],
    "office": ["schema:Role"],
}
"""The type of a name by its kind; any other is a ``schema:Thing``."""
