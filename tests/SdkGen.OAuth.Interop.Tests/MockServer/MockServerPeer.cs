using System.Text.Json;

namespace SdkGen.OAuth.Interop.Tests.MockServer;

/// <summary>oauth2-mock-server: it grants anything to anybody, and lies as its client's name says.</summary>
public sealed class MockServerPeer() : NodePeer("oauth2-mock-server")
{
    private string? _issuer;

    public string Issuer
    {
        get
        {
            Require();
            return _issuer!;
        }
    }

    protected override string Title => "oauth2-mock-server";

    private protected override async Task<PeerProcess> StartAsync()
    {
        var process = StartScript("server.mjs", "{}");
        _issuer = JsonDocument.Parse(await process.FirstLineAsync()).RootElement.GetProperty("issuer").GetString();
        return process;
    }
}
