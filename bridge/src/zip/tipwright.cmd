@echo off
rem Starts the bridge beside an instrument. Needs a Java runtime, version 17 or newer, and nothing else.
rem TIPWRIGHT_JAVA_OPTS holds further options for the Java virtual machine.
setlocal
set "ROOT=%~dp0"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")
"%JAVA%" --version 2>nul | findstr /r /c:" 1[7-9]" /c:" [2-9][0-9]" >nul
if errorlevel 1 (
  echo tipwright: Java 17 or newer is needed; install one, or set JAVA_HOME to it 1>&2
  exit /b 1
)
chcp 65001 >nul
"%JAVA%" -Dfile.encoding=UTF-8 -Djdk.console=java.base -Xmx512m %TIPWRIGHT_JAVA_OPTS% -cp "%ROOT%lib\*" org.tipwright.bridge.command.Main %*
exit /b %ERRORLEVEL%
