# galley::formats: all converters that are not SEPARATE, and the list that registers them.
# Each SEPARATE converter: galley::NAME, a library of its own, and lib/galley/galley_NAME.so for the command line, which
# knows it by its descriptor alone (galley_separate).

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

# What a module and the program that loads it must agree on: C++ types cross between them.
file(GLOB public_headers ${PROJECT_SOURCE_DIR}/core/include/galley/*.h)
set(header_digests "")
foreach(header IN LISTS public_headers)
  file(SHA256 ${header} digest)
  string(APPEND header_digests ${digest})
endforeach()
string(SHA256 headers_digest "${header_digests}")
string(SUBSTRING ${headers_digest} 0 16 headers_digest)
set(GALLEY_BUILD "${PROJECT_VERSION} ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${headers_digest}")

get_property(separate GLOBAL PROPERTY GALLEY_SEPARATE_CONVERTERS)
set(includes "")
set(converters "")
set(registrations "")
set(descriptors "")
foreach(converter IN LISTS separate)
  get_property(sources GLOBAL PROPERTY GALLEY_${converter}_SOURCES)
  get_property(requires GLOBAL PROPERTY GALLEY_${converter}_REQUIRES)
  get_property(descriptor GLOBAL PROPERTY GALLEY_${converter}_DESCRIPTOR)
  get_property(formats GLOBAL PROPERTY GALLEY_${converter}_FORMATS)
  add_library(galley_${converter}_objects OBJECT ${sources} ${descriptor})
  target_link_libraries(galley_${converter}_objects PRIVATE galley_compile galley_core ${requires})
  target_include_directories(galley_${converter}_objects PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/converters/include)
  set_target_properties(galley_${converter}_objects PROPERTIES
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON POSITION_INDEPENDENT_CODE ON)
  galley_library(galley_${converter} EXPORT ${converter}
    SOURCES $<TARGET_OBJECTS:galley_${converter}_objects> REQUIRES ${requires})
  target_link_libraries(galley_${converter} PUBLIC galley_core)
  target_sources(galley_${converter} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR}/converters/include FILES ${PROJECT_SOURCE_DIR}/converters/include/galley/${converter}.h)
  list(APPEND GALLEY_LIBRARIES galley_${converter})

  string(APPEND includes "#include \"converters/${converter}/${converter}_descriptor.h\"\n")
  list(APPEND descriptors ${descriptor})
  set(entries "")
  foreach(format IN LISTS formats)
    string(APPEND converters "struct Deferred_${format} {\n"
      "    static constexpr const char* converter = \"${converter}\";\n"
      "    static constexpr const char* format = \"${format}\";\n"
      "    static Format describe() { return ${format}_description(); }\n};\n")
    string(APPEND registrations "    GALLEY_CHECK(registry.add(separate::deferred<Deferred_${format}>()));\n")
    list(APPEND entries "&galley::${format}_format()")
  endforeach()

  if(GALLEY_CLI)
    list(JOIN entries ", " entries)
    configure_file(${PROJECT_SOURCE_DIR}/converters/separate/module_entry.cpp.in
                   ${PROJECT_BINARY_DIR}/generated/${converter}_module.cpp @ONLY)
    add_library(galley_${converter}_module MODULE
      ${PROJECT_BINARY_DIR}/generated/${converter}_module.cpp $<TARGET_OBJECTS:galley_${converter}_objects>)
    target_link_libraries(galley_${converter}_module PRIVATE galley_compile galley_core ${requires})
    target_include_directories(galley_${converter}_module PRIVATE ${PROJECT_SOURCE_DIR}/converters/include)
    target_compile_definitions(galley_${converter}_module PRIVATE GALLEY_BUILD="${GALLEY_BUILD}")
    set_target_properties(galley_${converter}_module PROPERTIES
      PREFIX "" OUTPUT_NAME galley_${converter} LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib/galley
      CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    install(TARGETS galley_${converter}_module LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/galley)
  endif()
endforeach()

# galley_separate: the descriptors of the SEPARATE converters and register_separate(), for programs that load the modules.
if(GALLEY_CLI)
  set(entries "${registrations}")
  configure_file(${PROJECT_SOURCE_DIR}/converters/separate/register_separate.cpp.in
                 ${PROJECT_BINARY_DIR}/generated/register_separate.cpp @ONLY)
  add_library(galley_separate STATIC ${PROJECT_BINARY_DIR}/generated/register_separate.cpp ${descriptors}
    ${PROJECT_SOURCE_DIR}/converters/separate/module.cpp)
  target_link_libraries(galley_separate PRIVATE galley_compile PUBLIC galley_core ${CMAKE_DL_LIBS})
  target_include_directories(galley_separate PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(galley_separate PRIVATE GALLEY_BUILD="${GALLEY_BUILD}" GALLEY_LIBRARY_FOLDER="${CMAKE_INSTALL_LIBDIR}")
  foreach(converter IN LISTS separate)
    add_dependencies(galley_separate galley_${converter}_module)
  endforeach()
endif()

# For GalleyPackage, which runs in the project's own scope.
set_property(GLOBAL PROPERTY GALLEY_LIBRARIES ${GALLEY_LIBRARIES})
