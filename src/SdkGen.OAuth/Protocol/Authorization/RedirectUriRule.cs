namespace SdkGen.OAuth.Protocol;

/// <summary>What may be a redirect URI (RFC 6749 section 3.1.2, RFC 8252 section 7, RFC 9700 section 2.1).</summary>
internal static class RedirectUriRule
{
    public static void Check(Uri redirectUri)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        var problem = Problem(redirectUri);
        if (problem is not null)
        {
            throw new ArgumentException($"The redirect URI '{Redactor.WithoutQuery(redirectUri.OriginalString)}' {problem}.", nameof(redirectUri));
        }
    }

    private static string? Problem(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
        {
            return "is relative: state scheme and host";
        }

        if (uri.OriginalString.Contains('#', StringComparison.Ordinal))
        {
            return "has a fragment, which a redirect URI must not have (RFC 6749 section 3.1.2)";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "has a user name";
        }

        return uri.Scheme switch
        {
            "https" => null,
            "http" => UrlTemplate.IsThisMachine(uri)
                ? null
                : "is plain http to another machine: use https (RFC 9700 section 2.6)",
            var scheme when scheme.Contains('.', StringComparison.Ordinal) => uri.OriginalString.AsSpan(scheme.Length).StartsWith("://")
                ? "has a private-use scheme and a host: write one slash, as in com.example.app:/callback (RFC 8252 section 7.1)"
                : null,
            _ => "has a private-use scheme without a dot: use the reverse of a domain that you own, as in com.example.app:/callback (RFC 8252 section 7.1)",
        };
    }
}
