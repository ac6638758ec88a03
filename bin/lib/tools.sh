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

need_maven() {
  command -v mvn >/dev/null 2>&1 || install maven maven maven || true
  command -v mvn >/dev/null 2>&1 || fail "Maven is needed to build." \
    "Debian, Ubuntu:  apt-get install maven" \
    "Fedora:          dnf install maven" \
    "macOS:           brew install maven" \
    "Any system:      unpack Maven 3.8 or newer and put its bin folder on PATH."
}

# A Node.js that builds the pages is there, and npm with it.
find_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 &&
    node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
}

get_node() {
  find_node && return
  command -v node >/dev/null 2>&1 || install nodejs nodejs node || true
  command -v npm >/dev/null 2>&1 || install npm nodejs-npm node || true
  find_node
}

# For the small scripts any Node.js will do.
need_node() {
  command -v node >/dev/null 2>&1 || install nodejs nodejs node || true
  command -v node >/dev/null 2>&1 || fail "Node.js is needed for this." \
    "Debian, Ubuntu: apt-get install nodejs" \
    "Fedora:         dnf install nodejs" \
    "macOS:          brew install node"
}

need_node_for_pages() {
  get_node || fail "Node.js 20.19 or newer, with npm, is needed to build the pages and to test them." \
    "Debian 13, Ubuntu:  apt-get install nodejs npm" \
    "Fedora:             dnf install nodejs" \
    "macOS:              brew install node" \
    "Any system:         unpack a Node.js and put its bin folder on PATH."
}

find_chromium() {
  local name
  if [ -n "${WANQU_CHROMIUM:-}" ] && [ -x "$WANQU_CHROMIUM" ]; then
    return
  fi
  for name in chromium chromium-browser google-chrome-stable google-chrome chrome; do
    ! command -v "$name" >/dev/null 2>&1 || return 0
  done
  [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] || [ -x /Applications/Chromium.app/Contents/MacOS/Chromium ]
}

need_chromium() {
  find_chromium || install chromium chromium chromium || true
  find_chromium || fail "Chromium is needed to test the pages." \
    "Debian:      apt-get install chromium" \
    "Fedora:      dnf install chromium" \
    "macOS:       brew install --cask chromium" \
    "Any system:  set WANQU_CHROMIUM to the program of a Chromium or Chrome."
}

# What the pages need to be built and tested; nothing is done twice for the same list of packages.
node_packages() {
  local hash
  hash=$(hash_of web/package-lock.json)
  [ "$(cat web/node_modules/.wanqu 2>/dev/null)" != "$hash" ] || return 0
  (cd web && npm ci --no-audit --no-fund --loglevel=error) && say "$hash" >web/node_modules/.wanqu
}

hash_of() {
  local sum=(sha256sum)
  command -v sha256sum >/dev/null 2>&1 || sum=(shasum -a 256)
  "${sum[@]}" "$@" | LC_ALL=C sort | "${sum[@]}" | cut -d' ' -f1
}

# One number for everything the pages are made of.
pages_hash() {
  local files=()
  while IFS= read -r -d '' file; do files+=("$file"); done < <(
    find web docs/api server/src/main/resources/problems \( -name node_modules -o -name dist -o -name target -o -name e2e \) -prune -o \
      -type f -print0
  )
  hash_of "${files[@]}"
}

# build_pages <npm script> <log>: what browsers are given, unless it is there already.
build_pages() {
  local hash
  hash="$1 $(pages_hash)"
  if [ -f web/dist/pages/files.json ] && [ "$(cat web/dist/hash 2>/dev/null)" = "$hash" ]; then
    return
  fi
  say "Building the pages …"
  rm -rf web/dist
  mkdir -p "$(dirname "$2")"
  { node_packages && (cd web && npm run "$1"); } >"$2" 2>&1 && say "$hash" >web/dist/hash
}

maven() { mvn -B --no-transfer-progress "$@"; }

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
