# Installation: libraries by component (core, formats, and each SEPARATE converter), headers, and the files by which
# find_package(galley COMPONENTS …) and pkg-config find them.
include(CMakePackageConfigHelpers)

file(RELATIVE_PATH GALLEY_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)     # so that an installation can be moved
set(GALLEY_CMAKE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/galley)

# galley_dependency(TARGET FIND code PC module): how a program that links our static libraries finds what they link.
function(galley_dependency target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FIND;PC")
  set_property(GLOBAL PROPERTY GALLEY_FIND_${target} "${arg_FIND}")
  set_property(GLOBAL PROPERTY GALLEY_PC_${target} "${arg_PC}")
endfunction()

galley_dependency(LibXml2::LibXml2 FIND "find_dependency(LibXml2)" PC libxml-2.0)
galley_dependency(OpenSSL::Crypto FIND "find_dependency(OpenSSL COMPONENTS Crypto)" PC libcrypto)
galley_dependency(yaml-cpp FIND "find_dependency(yaml-cpp)" PC yaml-cpp)
galley_dependency(fmt::fmt-header-only FIND "find_dependency(fmt)")
galley_dependency(nlohmann_json::nlohmann_json FIND "find_dependency(nlohmann_json)")
galley_dependency(ICU::uc FIND "find_dependency(ICU COMPONENTS uc i18n)" PC icu-uc)
galley_dependency(ICU::i18n FIND "find_dependency(ICU COMPONENTS uc i18n)" PC icu-i18n)
galley_dependency(LibArchive::LibArchive FIND "find_dependency(LibArchive)" PC libarchive)
galley_dependency(Threads::Threads FIND "find_dependency(Threads)")
galley_dependency(Fontconfig::Fontconfig FIND "find_dependency(Fontconfig)" PC fontconfig)

foreach(prefix_modules IN ITEMS "HarfBuzz harfbuzz harfbuzz-subset" "PoDoFo libpodofo" "QPDF libqpdf" "Deflate libdeflate" "LCMS2 lcms2"
                                "PNG libpng")
  string(REPLACE " " ";" modules "${prefix_modules}")
  list(POP_FRONT modules prefix)
  list(JOIN modules " " names)
  galley_dependency(PkgConfig::${prefix}
    FIND "find_dependency(PkgConfig)" "pkg_check_modules(${prefix} REQUIRED QUIET IMPORTED_TARGET GLOBAL ${names})" PC ${modules})
endforeach()

get_property(GALLEY_LIBRARIES GLOBAL PROPERTY GALLEY_LIBRARIES)
set(GALLEY_COMPONENTS "")
set(GALLEY_COMPONENT_DEPENDENCIES "")
foreach(library IN LISTS GALLEY_LIBRARIES)
  get_target_property(component ${library} EXPORT_NAME)
  get_target_property(requirements ${library} LINK_LIBRARIES)
  list(APPEND GALLEY_COMPONENTS ${component})

  set(GALLEY_PC_LIBRARIES "")
  set(finds "")
  set(modules "")
  foreach(requirement IN LISTS requirements)
    if(requirement MATCHES "BUILD_INTERFACE" OR requirement IN_LIST GALLEY_LIBRARIES)
      continue()
    endif()
    get_property(known GLOBAL PROPERTY GALLEY_FIND_${requirement} SET)
    if(NOT known AND NOT requirement MATCHES "::")
      string(APPEND GALLEY_PC_LIBRARIES " -l${requirement}")      # a plain library, which the linker finds itself
      continue()
    elseif(NOT known)
      message(FATAL_ERROR "How does a program that links ${library} find ${requirement}? Say so with galley_dependency() here.")
    endif()
    get_property(find GLOBAL PROPERTY GALLEY_FIND_${requirement})
    get_property(pc GLOBAL PROPERTY GALLEY_PC_${requirement})
    list(APPEND finds ${find})
    list(APPEND modules ${pc})
  endforeach()
  list(REMOVE_DUPLICATES finds)
  if(NOT BUILD_SHARED_LIBS)
    list(JOIN finds "\n" finds)
    string(APPEND GALLEY_COMPONENT_DEPENDENCIES "set(galley_needs_${component} [[\n${finds}\n]])\n")
  endif()

  install(TARGETS ${library} EXPORT galley-${component}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT galley-${component} NAMESPACE galley:: DESTINATION ${GALLEY_CMAKE_FOLDER})

  # pkg-config: a module a component; galley-core, galley-formats, galley-pdf. A static library needs what it calls named by
  # every program, whether or not that asks for --static; a shared one names it itself.
  list(REMOVE_DUPLICATES modules)
  set(GALLEY_PC_REQUIRES "")
  set(GALLEY_PC_PRIVATE "")
  if(NOT component STREQUAL core)
    set(GALLEY_PC_REQUIRES "galley-core = ${PROJECT_VERSION}")
  endif()
  if(BUILD_SHARED_LIBS)
    list(JOIN modules " " GALLEY_PC_PRIVATE)
    set(GALLEY_PC_LIBRARIES "")
  else()
    list(JOIN modules ", " modules)
    string(JOIN ", " GALLEY_PC_REQUIRES ${GALLEY_PC_REQUIRES} ${modules})
  endif()
  set(GALLEY_PC_NAME ${component})
  set(GALLEY_PC_LIBRARY ${library})
  configure_file(${PROJECT_SOURCE_DIR}/core/cmake/galley.pc.in ${PROJECT_BINARY_DIR}/galley-${component}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/galley-${component}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()

# The one module most programs want: core and formats.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/galley.pc @ONLY CONTENT [[Name: galley
Description: @PROJECT_DESCRIPTION@
Version: @PROJECT_VERSION@
Requires: galley-formats = @PROJECT_VERSION@
]])
install(FILES ${PROJECT_BINARY_DIR}/galley.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

configure_package_config_file(${PROJECT_SOURCE_DIR}/core/cmake/galley-config.cmake.in ${PROJECT_BINARY_DIR}/galley-config.cmake
  INSTALL_DESTINATION ${GALLEY_CMAKE_FOLDER} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/galley-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/galley-config.cmake ${PROJECT_BINARY_DIR}/galley-config-version.cmake
  DESTINATION ${GALLEY_CMAKE_FOLDER})
