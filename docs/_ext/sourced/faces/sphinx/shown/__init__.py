"""What is judged is what is shown: each page as it will be written is held against what was read of it.

Every page is looked at when it is written, after everything that changes it. What is found then comes too
late to be kept with what was learned while reading; but a page of which something is told while it is written
is written again by the next build, which says again what differs.
"""
