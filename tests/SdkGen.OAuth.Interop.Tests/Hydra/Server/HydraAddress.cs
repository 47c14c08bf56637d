namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>Where the server is. It is known when it listens, and what it says is made after that.</summary>
internal sealed class HydraAddress
{
    private Uri? _issuer;

    /// <summary>Who the server says it is.</summary>
    public string Issuer => _issuer!.AbsoluteUri.TrimEnd('/');

    /// <summary>Where assertions of clients are for.</summary>
    public string TokenEndpoint => Issuer + "/oauth2/token";

    public void Set(Uri issuer) => _issuer = issuer;
}
