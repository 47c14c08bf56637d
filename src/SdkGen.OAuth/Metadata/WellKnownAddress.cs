namespace SdkGen.OAuth.Metadata;

/// <summary>Where the metadata of an issuer is.</summary>
internal static class WellKnownAddress
{
    /// <summary>
    /// The path of OpenID Connect Discovery 1.0 section 4 (appended), then that of RFC 8414 section 3 (put between host and path).
    /// </summary>
    public static string[] Of(string issuer)
    {
        var uri = new Uri(issuer);
        var origin = uri.GetLeftPart(UriPartial.Authority);
        var path = uri.AbsolutePath.TrimEnd('/');
        return
        [
            $"{origin}{path}/.well-known/openid-configuration",
            $"{origin}/.well-known/oauth-authorization-server{path}",
        ];
    }
}
