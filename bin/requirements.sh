# What bin/run and bin/test need, for both to source.

say() {
    echo "omtanke: $*"
}

die() {
    echo "omtanke: $*" >&2
    exit 1
}

# Packages are installed only where that is possible without asking: as root on Debian.
need() { # command, Debian packages
    local command=$1
    shift
    command -v "$command" >/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing $* ..."
        if apt-get update -qq >/dev/null &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; then
            return
        fi
    fi
    die "$command is missing: install $* and try again"
}

need_java() {
    command -v java >/dev/null || die "java is missing: install a JDK 17 or newer (Debian: openjdk-17-jdk-headless)"
    local version
    version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${version:-0}" -ge 17 ] || die "java is version ${version:-unknown}: 17 or newer is needed"
}

need_build_tools() {
    need_java
    command -v javac >/dev/null || die "javac is missing: a JDK is needed, not only a Java runtime (Debian: openjdk-17-jdk-headless)"
    command -v mvn >/dev/null || die "mvn is missing: install Maven (Debian: maven)"
    need node nodejs npm
    need npm npm
    local version
    version=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$version" -ge 18 ] || die "node is version $version: 18 or newer is needed"
}
