@echo off
rem Starts Tipwright on Windows; builds it first if it was never built, or if its sources are newer.
rem TIPWRIGHT_JAVA_OPTS holds further options for the Java virtual machine, such as -Xmx8g.
setlocal
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "OUTPUT=%ROOT%\training-runs\target"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo tipwright: no Java was found; install a JDK, version 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 1
)
"%JAVA%" -XX:TieredStopAtLevel=1 --version 2>nul | findstr /r /c:" 1[7-9]" /c:" [2-9][0-9]" >nul
if errorlevel 1 (
  echo tipwright: Java 17 or newer is needed; install a JDK 17 or set JAVA_HOME to one 1>&2
  exit /b 1
)

rem An emergency stop must not wait for a compiler: what is built once serves the bridge as it is.
if "%~1"=="bridge" if exist "%OUTPUT%\launch.args" goto start

powershell -NoProfile -Command "$b = Get-Item -ErrorAction SilentlyContinue '%OUTPUT%\launch.args'; if (-not $b) { exit 1 }; $s = 'physics','env','agents','bridge','training-runs' | ForEach-Object { '%ROOT%\' + $_ + '\src\main'; '%ROOT%\' + $_ + '\pom.xml' }; if (Get-ChildItem -Recurse -File ($s + '%ROOT%\pom.xml') | Where-Object LastWriteTime -gt $b.LastWriteTime | Select-Object -First 1) { exit 1 }; exit 0"
if not errorlevel 1 goto start

where mvn >nul 2>&1
if errorlevel 1 (
  echo tipwright: no Maven was found to build with; install Maven 3.8.7 or newer, with mvn on the PATH 1>&2
  exit /b 1
)
echo tipwright: building ^(first use, or sources changed; about a minute^) ... 1>&2
if not exist "%OUTPUT%" mkdir "%OUTPUT%"
pushd "%ROOT%"
call mvn -B -q -DskipTests -Denforcer.skip=true -Dspotless.check.skip=true -pl training-runs -am package >"%OUTPUT%\build.log" 2>&1
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  findstr /b "[ERROR]" "%OUTPUT%\build.log" 1>&2
  echo tipwright: the build failed; the whole of its output is in %OUTPUT%\build.log 1>&2
  exit /b 1
)
rem A class path is longer than a Windows command may be, so Java reads it from a file.
powershell -NoProfile -Command "$c = '%OUTPUT%\classes;' + (Get-Content -Raw '%OUTPUT%\classpath').Trim(); [IO.File]::WriteAllText('%OUTPUT%\launch.args', '-cp \"' + $c.Replace('\', '\\') + '\"')"

:start
set OMP_NUM_THREADS=1
set OPENBLAS_NUM_THREADS=1
set "OPTIONS=-Xmx2g -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
for %%v in (evaluate benchmark deploy bridge instrument) do if "%~1"=="%%v" set "OPTIONS=-Xmx2g -XX:+UseParallelGC"
rem Training leaves room for others: below 1.5 GB in all.
if "%~1"=="train" set "OPTIONS=-Xmx1g -XX:+UseParallelGC"
chcp 65001 >nul
"%JAVA%" -Dfile.encoding=UTF-8 -Djdk.console=java.base %OPTIONS% %TIPWRIGHT_JAVA_OPTS% "-Dtipwright.home=%ROOT%" "@%OUTPUT%\launch.args" org.tipwright.runs.command.Tipwright %*
exit /b %ERRORLEVEL%
