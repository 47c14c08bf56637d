using System.CommandLine;
using System.Net;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Inputs;

/// <summary>Where the browser calls back: this machine, and no other (RFC 8252 section 7.3).</summary>
internal sealed class LoopbackInput
{
    private const string DefaultPath = "/callback";

    private const int OrysPort = 4446;

    private readonly Option<int?> _port = Number.CreateOption(
        "--port",
        ["-p"],
        "port",
        $"The port of 127.0.0.1 to wait at, {OrysPort} if left out; 0 takes a free one, if the provider accepts any (RFC 8252 section 7.3).",
        0,
        IPEndPoint.MaxPort);

    private readonly Option<string?> _redirect = new("--redirect")
    {
        HelpName = "url",
        Description = $"The redirect URI as it is registered, if not http://127.0.0.1:{OrysPort}{DefaultPath}. Only http on 127.0.0.1 or [::1].",
    };

    public IEnumerable<Option> All => [_port, _redirect];

    /// <summary>The address, the port and the path to wait at; no address leaves it to the machine.</summary>
    /// <exception cref="CommandException">The redirect URI is elsewhere.</exception>
    public (IPAddress? Address, int Port, string Path) Read(ParseResult arguments)
    {
        var port = arguments.GetValue(_port);
        if (arguments.GetValue(_redirect) is not { } redirect)
        {
            return (null, port ?? OrysPort, DefaultPath);
        }

        if (!Uri.TryCreate(redirect, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp
            || !IPAddress.TryParse(uri.Host, out var address) || !IPAddress.IsLoopback(address) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw CommandException.Usage(
                $"--redirect is a URL like http://127.0.0.1:{OrysPort}{DefaultPath}, without query and fragment: the tool waits on this machine and on no other.",
                "Register such a URL with the provider. The name localhost may lead elsewhere (RFC 8252 section 8.3).");
        }

        if (port is not null && port != uri.Port)
        {
            throw CommandException.Usage("--port and --redirect state different ports.", "Leave --port out.");
        }

        return (address, uri.Port, uri.AbsolutePath);
    }
}
