# Writes the files of pages as string constants of C++.
#   cmake -DOUT=assets.cpp -DFOLDER=src/report/page "-DGROUPS=kName=file+file,kOther=file" -P embed.cmake
# The files of a group are joined in their order.
string(REPLACE "," ";" groups "${GROUPS}")
set(text "#include \"report/assets.h\"\n\nnamespace coopmine {\n")
foreach(group IN LISTS groups)
  string(REGEX MATCH "^([^=]+)=(.+)$" matched "${group}")
  set(name "${CMAKE_MATCH_1}")
  string(REPLACE "+" ";" files "${CMAKE_MATCH_2}")
  set(content "")
  foreach(file IN LISTS files)
    file(READ "${FOLDER}/${file}" piece)
    string(APPEND content "${piece}")
  endforeach()
  string(APPEND text "\nconst std::string_view ${name} = R\"page(${content})page\";\n")
endforeach()
string(APPEND text "\n}  // namespace coopmine\n")
file(WRITE "${OUT}" "${text}")
