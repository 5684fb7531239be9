# What comes before the emitter: fonts, shaping, hyphenation, lines, pages. Plain numbers, no PDF.
add_library(galley_pdf_stories STATIC layout/sample_story.cpp)
target_link_libraries(galley_pdf_stories PRIVATE galley_compile PUBLIC galley_pdf)
target_include_directories(galley_pdf_stories PRIVATE ${PROJECT_SOURCE_DIR})

galley_test(pdf_layout_tests
  SOURCES layout/hyphenator_test.cpp layout/line_breaker_test.cpp layout/balanced_lines_test.cpp layout/display_text_test.cpp layout/break_classes_test.cpp layout/image_size_test.cpp layout/printed_date_test.cpp
          layout/word_cache_test.cpp layout/small_capitals_test.cpp layout/paginator_test.cpp layout/lay_out_test.cpp layout/scripts_test.cpp layout/table_test.cpp layout/head_test.cpp layout/refusals_test.cpp
  REQUIRES galley_pdf_stories)
