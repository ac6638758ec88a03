# What the scripts share: words for the reader, and the tools the build needs. Sourced, never run.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

fail() {
  printf 'wanqu: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# Runs as root when it may without asking; otherwise says no.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# install <apt name> <dnf name> <brew name>: quietly, if this machine has a package manager that we may use.
install() {
  local log=target/install.log
  mkdir -p target
  if command -v apt-get >/dev/null 2>&1; then
    say "Installing $1 …"
    { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1" ||
      { as_root apt-get update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"; }; } >"$log" 2>&1
  elif command -v dnf >/dev/null 2>&1; then
    say "Installing $2 …"
    as_root dnf install -y "$2" >"$log" 2>&1
  elif command -v brew >/dev/null 2>&1; then
    say "Installing $3 …"
    brew install "$3" >"$log" 2>&1
  else
    return 1
  fi
}

java_home_candidates() {
  [ -z "${JAVA_HOME:-}" ] || say "$JAVA_HOME"
  local java
  if java=$(command -v java); then
    "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v 25 2>/dev/null || true
  local home
  for home in /usr/lib/jvm/*25* /opt/java/* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /opt/homebrew/opt/openjdk@25 /usr/local/opt/openjdk@25; do
    [ ! -d "$home" ] || say "$home"
  done
}

find_jdk() {
  local home
  while IFS= read -r home; do
    if [ -x "$home/bin/javac" ] && [[ "$("$home/bin/javac" -version 2>&1)" == "javac 25"* ]]; then
      say "$home"
      return
    fi
  done < <(java_home_candidates)
  return 1
}

need_jdk() {
  local home
  if ! home=$(find_jdk); then
    install openjdk-25-jdk-headless java-25-openjdk-devel openjdk@25 || true
    home=$(find_jdk) || fail "a JDK 25 is needed, and this machine has none that we can find." \
      "Debian, Ubuntu:  apt-get install openjdk-25-jdk-headless" \
      "Fedora:          dnf install java-25-openjdk-devel" \
      "macOS:           brew install openjdk@25" \
      "Any system:      unpack a JDK 25 and set JAVA_HOME to its folder."
  fi
  export JAVA_HOME=$home
}

need_maven() { mvn -B --no-transfer-progress "$@"; }

# One number for everything the jars are made of, so that an unchanged tree isn't built twice.
source_hash() {
  local files=()
  while IFS= read -r -d '' file; do files+=("$file"); done < <(
    find . \( -name node_modules -o -name target -o -name .git -o -path ./web \) -prune -o \
      -type f \( -name pom.xml -o -path '*/src/main/*' \) -print0
  )
  [ ! -f web/dist/hash ] || files+=(web/dist/hash)
  hash_of "${files[@]}"
}

# Something answers on this port of this machine.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

healthy() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    grep -q '"status":"UP"' <&3
  ) 2>/dev/null
}

# What every JVM of the server gets, in bench/…/ServerProcess.java as well: what was learned under some is of no use under others.
# shellcheck disable=SC2034  # used where this is sourced
server_jvm=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms128m -Xmx1g --sun-misc-unsafe-memory-access=allow
  --enable-native-access=ALL-UNNAMED)

# train <unpacked server> <bench jar> <cache>: lets a fresh server sell for ten seconds and keeps what the JVM learned, so that
# the next one starts in half the time and is fast from the first order on. Without it everything works, only slower.
train() {
  local log=target/train.log
  [ "${WANQU_TRAIN:-true}" = true ] || return 0
  printf 'Training: some seconds of sales, so that the server starts fast …\n' >&2
  if ! WANQU_JAVA_OPTS="-XX:AOTCacheOutput=$3" "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx256m -Dwanqu.jar="$1" -jar "$2" train \
    >"$log" 2>&1; then
    printf 'The training failed, the server starts without it; the reason stands in %s\n' "$log" >&2
    rm -f "$3"
  fi
  return 0
}

# The option with which a JVM uses what was learned; nothing when there is none.
trained() {
  [ ! -f "$1" ] || say "-XX:AOTCache=$1"
}
