# How Galley's targets are made: one compiler set-up, libraries with hidden symbols, converters, tests.

set(GALLEY_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")
option(GALLEY_FUZZ "Build the fuzz targets with libFuzzer (clang)" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# What every target of ours is compiled with; consumers get none of it.
add_library(galley_compile INTERFACE)
target_compile_features(galley_compile INTERFACE cxx_std_23)
target_compile_options(galley_compile INTERFACE -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -fno-math-errno -ffp-contract=off)
if(GALLEY_DEVELOPER)
  target_compile_options(galley_compile INTERFACE
    -Werror -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wno-missing-field-initializers)    # members of the model that hold its own kind cannot have {} (clang refuses it)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees both in std::string and in designated initializers where there is nothing (GCC bugs 105651 and 105562).
    target_compile_options(galley_compile INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # libstdc++ 12's stable algorithms call what it deprecates itself.
    target_compile_options(galley_compile INTERFACE -Wno-deprecated-declarations)
  endif()
endif()
if(GALLEY_SANITIZE)
  add_compile_options(-fsanitize=${GALLEY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${GALLEY_SANITIZE})
endif()
if(GALLEY_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# galley_prefer_static(TARGET ARCHIVE [WITH libraries]): links the static library where Debian has one. A program that starts
# often pays for each shared library it names: relocating libcrypto takes longer than converting a story.
function(galley_prefer_static target archive)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "WITH")
  find_library(GALLEY_STATIC_${archive} lib${archive}.a)
  mark_as_advanced(GALLEY_STATIC_${archive})
  if(BUILD_SHARED_LIBS OR GALLEY_SANITIZE OR NOT GALLEY_STATIC_${archive})
    return()
  endif()
  set(libraries "")
  foreach(library IN LISTS arg_WITH)
    if(NOT library MATCHES "::")
      find_library(GALLEY_STATIC_${library} NAMES lib${library}.a ${library})
      mark_as_advanced(GALLEY_STATIC_${library})
      if(NOT GALLEY_STATIC_${library})
        return()
      endif()
      set(library ${GALLEY_STATIC_${library}})
    endif()
    list(APPEND libraries ${library})
  endforeach()
  get_target_property(configurations ${target} IMPORTED_CONFIGURATIONS)
  foreach(configuration IN LISTS configurations ITEMS "")
    string(TOUPPER "_${configuration}" suffix)
    string(REGEX REPLACE "^_$" "" suffix "${suffix}")
    set_property(TARGET ${target} PROPERTY IMPORTED_LOCATION${suffix} ${GALLEY_STATIC_${archive}})
  endforeach()
  set_property(TARGET ${target} APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${libraries})
endfunction()

# galley_library(NAME [EXPORT name] SOURCES … [REQUIRES …]): a library that is installed and exported as galley::EXPORT.
function(galley_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "EXPORT" "SOURCES;REQUIRES")
  add_library(${name} ${arg_SOURCES})
  add_library(galley::${arg_EXPORT} ALIAS ${name})
  target_link_libraries(${name} PRIVATE $<BUILD_INTERFACE:galley_compile> ${arg_REQUIRES})
  target_compile_features(${name} PUBLIC cxx_std_23)
  set_target_properties(${name} PROPERTIES
    EXPORT_NAME ${arg_EXPORT} VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON POSITION_INDEPENDENT_CODE ON VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# galley_converter(NAME SOURCES … [REQUIRES …] [SEPARATE]): one folder, one format or a family of them.
# NAME_format.h in the folder declares `const galley::Format& NAME_format();` for each name of FORMATS (default: NAME).
# A SEPARATE converter becomes a library of its own (galley::NAME) and a module that the command line loads at first use;
# DESCRIPTOR names the source that holds its descriptor and needs none of its libraries: NAME_descriptor.h declares
# `galley::Format NAME_description();`, the format without its factories, for each name of FORMATS.
function(galley_converter name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SEPARATE" "DESCRIPTOR" "SOURCES;REQUIRES;FORMATS")
  if(NOT arg_FORMATS)
    set(arg_FORMATS ${name})
  endif()
  list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  if(arg_SEPARATE)
    set_property(GLOBAL APPEND PROPERTY GALLEY_SEPARATE_CONVERTERS ${name})
    set_property(GLOBAL PROPERTY GALLEY_${name}_SOURCES ${arg_SOURCES})
    set_property(GLOBAL PROPERTY GALLEY_${name}_REQUIRES ${arg_REQUIRES})
    set_property(GLOBAL PROPERTY GALLEY_${name}_FORMATS ${arg_FORMATS})
    set_property(GLOBAL PROPERTY GALLEY_${name}_DESCRIPTOR ${CMAKE_CURRENT_SOURCE_DIR}/${arg_DESCRIPTOR})
  else()
    set_property(GLOBAL APPEND PROPERTY GALLEY_BUILTIN_CONVERTERS ${name})
    set_property(GLOBAL APPEND PROPERTY GALLEY_BUILTIN_FORMATS ${arg_FORMATS})
    # Object code of its own, so that a converter sees neither the others' folders nor their libraries.
    add_library(galley_${name}_objects OBJECT ${arg_SOURCES})
    target_link_libraries(galley_${name}_objects PRIVATE galley_compile galley_core ${arg_REQUIRES})
    target_include_directories(galley_${name}_objects PRIVATE ${PROJECT_SOURCE_DIR})
    set_target_properties(galley_${name}_objects PROPERTIES
      CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON POSITION_INDEPENDENT_CODE ON)
    set_property(GLOBAL APPEND PROPERTY GALLEY_BUILTIN_REQUIRES ${arg_REQUIRES})
  endif()
endfunction()

# galley_test(NAME SOURCES … [REQUIRES …] [LABELS …]): a Catch2 program run as one test.
function(galley_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;REQUIRES;LABELS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE galley_compile galley_test_main ${arg_REQUIRES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}"
    ENVIRONMENT "GALLEY_SHARED=${GALLEY_SHARED};GALLEY_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()
