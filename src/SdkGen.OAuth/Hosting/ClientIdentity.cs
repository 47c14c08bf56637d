using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.Hosting;

/// <summary>
/// Whose tokens they are: a client at a provider. Tokens that were kept for one identity are none of another's, so a new client id, secret, key
/// or tenant begins anew.
/// </summary>
/// <param name="Name">Provider, issuer, endpoint and client id, and the key that tokens are bound to: nothing secret.</param>
/// <param name="Binding">A hash of all that, the client's credentials included. It stays in this process.</param>
internal sealed record ClientIdentity(string Name, string Binding)
{
    public static ClientIdentity Of(ProviderContext context)
    {
        var options = context.Options;
        var name = Join(
            context.Declaration.Name,
            context.Issuer,
            options.Metadata?.TokenEndpoint,
            TokenEndpoint(context),
            context.ClientId,
            context.KeyThumbprint);
        return new(name, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Join(name, options.ClientSecret, options.ClientKey?.KeyId, options.ClientKey?.CertificateThumbprint)))));
    }

    public override string ToString() => nameof(ClientIdentity);

    /// <summary>Each part with its length, so that no two lists are the same text.</summary>
    private static string Join(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part?.Length ?? -1).Append(':').Append(part).Append('\n');
        }

        return text.ToString();
    }

    private static string? TokenEndpoint(ProviderContext context) =>
        context.Plan(OAuthMethod.ClientCredentials).Endpoint is { } declared && !declared.HoldsToken
            ? context.Fill(() => declared.Expand(context.Templates.Values))
            : null;
}
