# Sourced by the scripts of this project: finds a JDK of 21 or newer and Maven 3.9, or says what to install.
# Expects $ktap_home, the folder of the checkout.

ktap_minimum_java=21
ktap_maven_version=3.9.11

ktap_fail() {
  printf 'ktap: %s\n' "$*" >&2
  exit 1
}

# Prints the major version of the JDK in folder $1, or nothing if that is no JDK. Reads the release file, because
# starting a JVM to ask it costs more than starting ktap.
ktap_java_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}

ktap_is_new_enough() {
  ktap_major=$(ktap_java_major "$1")
  [ -n "$ktap_major" ] && [ "$ktap_major" -ge "$ktap_minimum_java" ]
}

# Sets ktap_jdk. Looks at KTAP_JDK, JAVA_HOME, the javac on the PATH, then the system's JVM folders, newest first.
ktap_find_jdk() {
  if [ -n "${KTAP_JDK:-}" ]; then
    ktap_is_new_enough "$KTAP_JDK" || ktap_fail "KTAP_JDK=$KTAP_JDK is not a JDK of $ktap_minimum_java or newer"
    ktap_jdk=$KTAP_JDK
    return 0
  fi
  if [ -n "${JAVA_HOME:-}" ] && ktap_is_new_enough "$JAVA_HOME"; then
    ktap_jdk=$JAVA_HOME
    return 0
  fi
  ktap_javac=$(command -v javac || true)
  if [ -n "$ktap_javac" ]; then
    ktap_candidate=$(dirname "$(dirname "$(readlink -f "$ktap_javac")")")
    if ktap_is_new_enough "$ktap_candidate"; then
      ktap_jdk=$ktap_candidate
      return 0
    fi
  fi
  ktap_best=0
  ktap_jdk=
  for ktap_candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk*; do
    if ktap_is_new_enough "$ktap_candidate" && [ "$ktap_major" -gt "$ktap_best" ]; then
      ktap_best=$ktap_major
      ktap_jdk=$ktap_candidate
    fi
  done
  [ -n "$ktap_jdk" ] || ktap_fail "no JDK of $ktap_minimum_java or newer found in KTAP_JDK, JAVA_HOME, the PATH or /usr/lib/jvm.
Install one (Debian 13: apt-get install openjdk-21-jdk-headless; Debian 12: Eclipse Temurin 21 or newer) and try again."
}

# Sets ktap_mvn to a Maven 3.9, because Tycho 5 does not load in the 3.8 that Debian 12 has: the machine's own if it is
# new enough, else one fetched once through the machine's own, with its settings.
ktap_find_maven() {
  ktap_mvn=$ktap_home/.maven/apache-maven-$ktap_maven_version/bin/mvn
  [ -x "$ktap_mvn" ] && return 0
  ktap_system_mvn=$(command -v mvn || true)
  [ -n "$ktap_system_mvn" ] || ktap_fail "Maven is needed to build ktap. Install it (Debian: apt-get install maven) and try again."
  case $("$ktap_system_mvn" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') in
    3.9.*)
      ktap_mvn=$ktap_system_mvn
      return 0
      ;;
  esac
  # From an empty folder: Tycho's extension does not load in the old Maven, and the goal leaves marker files behind that
  # would make it do nothing the next time.
  ktap_scratch=$(mktemp -d)
  (cd "$ktap_scratch" && "$ktap_system_mvn" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.0:unpack \
    "-Dartifact=org.apache.maven:apache-maven:$ktap_maven_version:zip:bin" "-DoutputDirectory=$ktap_home/.maven") ||
    ktap_fail "could not fetch Maven $ktap_maven_version through $ktap_system_mvn (see above)."
  rm -rf "$ktap_scratch"
  [ -x "$ktap_mvn" ] || ktap_fail "Maven $ktap_maven_version was fetched but $ktap_mvn is not there."
}

# Runs Maven in the checkout with the JDK found.
ktap_maven() {
  ktap_find_jdk
  ktap_find_maven
  JAVA_HOME=$ktap_jdk "$ktap_mvn" -B -ntp -f "$ktap_home/pom.xml" "$@"
}
