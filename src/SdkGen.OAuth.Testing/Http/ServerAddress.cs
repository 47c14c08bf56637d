namespace SdkGen.OAuth.Testing.Http;

/// <summary>Where the server is: known as soon as the system has given it a port.</summary>
internal sealed class ServerAddress
{
    /// <summary>The address of a server that does not listen (RFC 6761 section 6.5: nobody has this name).</summary>
    public static Uri WithoutSocket { get; } = new("https://idp.example/");

    /// <summary>Where the server listens with TLS, if it does.</summary>
    public Uri? Tls { get; set; }

    public Uri Base { get; set; } = WithoutSocket;
}
