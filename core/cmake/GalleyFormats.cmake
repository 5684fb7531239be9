# galley::formats: all converters that are not SEPARATE, and the list that registers them.
# Each SEPARATE converter: galley::NAME, a library of its own, and lib/galley/galley_NAME.so for the command line.

get_property(builtin GLOBAL PROPERTY GALLEY_BUILTIN_CONVERTERS)
get_property(formats GLOBAL PROPERTY GALLEY_BUILTIN_FORMATS)
get_property(builtin_requires GLOBAL PROPERTY GALLEY_BUILTIN_REQUIRES)

set(includes "")
set(entries "")
foreach(converter IN LISTS builtin)
  string(APPEND includes "#include \"converters/${converter}/${converter}_format.h\"\n")
endforeach()
foreach(format IN LISTS formats)
  string(APPEND entries "        &${format}_format(),\n")
endforeach()
configure_file(${PROJECT_SOURCE_DIR}/converters/register_builtin.cpp.in ${PROJECT_BINARY_DIR}/generated/register_builtin.cpp @ONLY)

set(objects "")
foreach(converter IN LISTS builtin)
  list(APPEND objects $<TARGET_OBJECTS:galley_${converter}_objects>)
endforeach()
list(REMOVE_DUPLICATES builtin_requires)
galley_library(galley_formats EXPORT formats
  SOURCES ${PROJECT_BINARY_DIR}/generated/register_builtin.cpp ${objects} REQUIRES ${builtin_requires})
target_sources(galley_formats PUBLIC FILE_SET HEADERS
  BASE_DIRS ${PROJECT_SOURCE_DIR}/converters/include FILES ${PROJECT_SOURCE_DIR}/converters/include/galley/builtin.h)
target_include_directories(galley_formats PRIVATE ${PROJECT_SOURCE_DIR})
target_link_libraries(galley_formats PUBLIC galley_core)
set(GALLEY_LIBRARIES galley_core galley_formats)

get_property(separate GLOBAL PROPERTY GALLEY_SEPARATE_CONVERTERS)
foreach(converter IN LISTS separate)
  get_property(sources GLOBAL PROPERTY GALLEY_${converter}_SOURCES)
  get_property(requires GLOBAL PROPERTY GALLEY_${converter}_REQUIRES)
  add_library(galley_${converter}_objects OBJECT ${sources})
  target_link_libraries(galley_${converter}_objects PRIVATE galley_compile galley_core ${requires})
  target_include_directories(galley_${converter}_objects PRIVATE ${PROJECT_SOURCE_DIR})
  set_target_properties(galley_${converter}_objects PROPERTIES
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON POSITION_INDEPENDENT_CODE ON)
  galley_library(galley_${converter} EXPORT ${converter}
    SOURCES $<TARGET_OBJECTS:galley_${converter}_objects> REQUIRES ${requires})
  target_link_libraries(galley_${converter} PUBLIC galley_core)
  target_sources(galley_${converter} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR}/converters/include FILES ${PROJECT_SOURCE_DIR}/converters/include/galley/${converter}.h)
  list(APPEND GALLEY_LIBRARIES galley_${converter})

  if(GALLEY_CLI)
    string(TOUPPER ${converter} upper)
    add_library(galley_${converter}_module MODULE $<TARGET_OBJECTS:galley_${converter}_objects>)
    target_link_libraries(galley_${converter}_module PRIVATE galley_compile galley_core ${requires})
    set_target_properties(galley_${converter}_module PROPERTIES
      PREFIX "" OUTPUT_NAME galley_${converter} LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib/galley
      CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    install(TARGETS galley_${converter}_module LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/galley)
  endif()
endforeach()
