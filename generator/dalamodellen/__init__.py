# SPDX-License-Identifier: EUPL-1.2
"""Dalamodellen: records, tables and lessons in; a checked learning site out.

    content/**/*.md   data/**/*.yml  data/**/*.csv                  theme/
            |                 |            |                          |
            +------ inputs: read + check --+--> issues (all, shown)   |
                              |                                       |
                        model: Site (frozen)                          |
                              |                                       |
            outputs: pages (search, feeds, exports)                   |
                              |                                       |
            renderers: MkDocs plugin, in memory ----------------------+--> HTML
                              |
            publish: what needs the built HTML --> site/

Data flows one way, and the folders in alphabetical order are that way:
inputs, model, outputs, publish, renderers. `build` is the only module that
sees all the stages; `cli` is the words the user types.
"""
