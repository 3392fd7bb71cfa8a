package no.omtanke.network;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Makes the visitor's address the one that limits count: an IPv4 address whole, of an IPv6 address the first 64 bits, since a household
 * has all the rest to choose from. Nothing behind this valve learns more of the address than that.
 */
class CountedAddress extends ValveBase {

    private static final int NETWORK = 8;

    CountedAddress() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String whole = request.getRemoteAddr();
        String counted = of(whole);
        request.setRemoteAddr(counted);
        request.setRemoteHost(counted);
        try {
            getNext().invoke(request, response);
        } finally {
            request.setRemoteAddr(whole);
        }
    }

    static String of(String address) {
        // Without a colon it is no IPv6 address; with one, nobody is asked for a name.
        if (address == null || address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress read = InetAddress.getByName(address);
            if (read instanceof Inet4Address) {
                return read.getHostAddress();
            }
            byte[] network = Arrays.copyOf(Arrays.copyOf(read.getAddress(), NETWORK), 16);
            return Inet6Address.getByAddress(null, network, -1).getHostAddress();
        } catch (UnknownHostException noAddress) {
            return "unreadable";
        }
    }
}
