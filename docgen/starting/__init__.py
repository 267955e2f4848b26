"""New files: a meeting from the answers to a few questions, a document of any kind to fill in.

Gives YAML that loads as it stands; what was not answered is 〔待填〕 or a comment.
"""
