using System.Text;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>Places the client's credentials in a request (RFC 6749 section 2.3): by exactly one method, and nowhere else.</summary>
internal static class ClientAuthentication
{
    /// <summary>RFC 7518 section 3.2: a key as long as the hash.</summary>
    public const int MinSigningSecretBytes = 32;

    /// <summary>Adds what proves the client: fields of the body, or an Authorization header.</summary>
    /// <exception cref="OAuthException">The provider takes none of the proofs that the client has.</exception>
    public static void Apply(
        ProviderContext context, MessageFields fields, MessageFields headers, ClientAuthenticationMethod declared, ProviderMetadata? metadata)
    {
        var provider = context.Declaration.Provider;
        var secret = context.Options.ClientSecret;
        switch (Choose(context, declared, metadata?.TokenEndpointAuthMethodsSupported))
        {
            case ClientAuthenticationMethod.PrivateKeyJwt:
                AddAssertion(context, fields, metadata, context.Options.ClientKey ?? throw Missing(context, nameof(OAuthClientOptions.ClientKey)));
                break;

            case ClientAuthenticationMethod.ClientSecretJwt:
                AddAssertion(context, fields, metadata, secret ?? throw Missing(context, nameof(OAuthClientOptions.ClientSecret)));
                break;

            case ClientAuthenticationMethod.TlsClientAuth or ClientAuthenticationMethod.SelfSignedTlsClientAuth:
                // The connection has the certificate (RFC 8705 section 2); here is only whose it is.
                _ = context.Options.ClientCertificate ?? throw Missing(context, nameof(OAuthClientOptions.ClientCertificate));
                fields.Set("client_id", context.ClientId);
                break;

            case ClientAuthenticationMethod.ClientSecretBasic when secret is not null:
                headers.Add("Authorization", Basic(context.ClientId, secret, provider.BasicEncoding));
                break;

            case ClientAuthenticationMethod.ClientSecretPost when secret is not null:
                fields.Set("client_id", context.ClientId);
                fields.Add("client_secret", secret);
                break;

            case ClientAuthenticationMethod.BearerToken:
                headers.Add("Authorization", "Bearer " + secret);
                break;

            default:
                if (secret is null && provider.PublicClient == PublicClientBehavior.BasicWithEmptySecret)
                {
                    headers.Add("Authorization", Basic(context.ClientId, "", provider.BasicEncoding));
                }
                else
                {
                    fields.Set("client_id", context.ClientId);
                }

                break;
        }
    }

    /// <summary>The value of the Authorization header (RFC 7617, with the encoding of RFC 6749 section 2.3.1).</summary>
    public static string Basic(string clientId, string clientSecret, BasicEncoding encoding)
    {
        var credentials = encoding == BasicEncoding.Raw
            ? clientId + ":" + clientSecret
            : FormEncoding.Encode(clientId) + ":" + FormEncoding.Encode(clientSecret);
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
    }

    /// <summary>What <see cref="ClientAuthenticationMethod.FromMetadata"/> means at a provider (RFC 8414 section 2).</summary>
    private static ClientAuthenticationMethod Choose(ProviderContext context, ClientAuthenticationMethod declared, IReadOnlyList<string>? announced)
    {
        if (declared != ClientAuthenticationMethod.FromMetadata)
        {
            return declared;
        }

        var (hasKey, hasSecret) = (context.Options.ClientKey is not null, context.Options.ClientSecret is not null);
        if (!hasKey && !hasSecret)
        {
            return context.Options.ClientCertificate is null ? ClientAuthenticationMethod.None : ClientAuthenticationMethod.TlsClientAuth;
        }

        // A key proves the client without telling anybody anything; where both could be used, it is preferred.
        if (announced is null or { Count: 0 })
        {
            return hasKey ? ClientAuthenticationMethod.PrivateKeyJwt : ClientAuthenticationMethod.ClientSecretBasic;
        }

        return hasKey && announced.Contains("private_key_jwt") ? ClientAuthenticationMethod.PrivateKeyJwt
            : hasSecret && announced.Contains("client_secret_basic") ? ClientAuthenticationMethod.ClientSecretBasic
            : hasSecret && announced.Contains("client_secret_post") ? ClientAuthenticationMethod.ClientSecretPost
            : hasSecret && announced.Contains("client_secret_jwt") ? ClientAuthenticationMethod.ClientSecretJwt
            : throw context.Errors.Make(
                OAuthFailure.InvalidConfiguration,
                $"the provider takes no {(hasSecret ? "client secret" : "client key")}; it announces {Redactor.Clean(string.Join(", ", announced), [])}");
    }

    /// <summary>Options are checked against the provider's method; a single message may be declared to have another.</summary>
    private static OAuthException Missing(ProviderContext context, string option) =>
        context.Errors.Make(OAuthFailure.InvalidConfiguration, $"{option} is missing: the client proves itself by it");

    private static void AddAssertion(ProviderContext context, MessageFields fields, ProviderMetadata? metadata, ClientKey key)
    {
        var algorithm = key.Choose(Accepted(context, metadata)) ?? throw NotAccepted(context, metadata);
        AddAssertion(context, fields, metadata, algorithm, key, data => key.Sign(data, algorithm));
    }

    private static void AddAssertion(ProviderContext context, MessageFields fields, ProviderMetadata? metadata, string secret)
    {
        if (Accepted(context, metadata) is { Count: > 0 } accepted && !accepted.Contains("HS256"))
        {
            throw NotAccepted(context, metadata);
        }

        if (Encoding.UTF8.GetByteCount(secret) < MinSigningSecretBytes)
        {
            throw context.Errors.Make(
                OAuthFailure.InvalidConfiguration, "ClientSecret is too short to sign with: HS256 needs at least 32 bytes (RFC 7518 section 3.2)");
        }

        AddAssertion(context, fields, metadata, "HS256", key: null, data => ClientAssertion.SignWithSecret(secret, data));
    }

    private static IReadOnlyList<string>? Accepted(ProviderContext context, ProviderMetadata? metadata) =>
        context.Declaration.ClientAssertion.Algorithms is { Length: > 0 } declared ? declared : metadata?.TokenEndpointAuthSigningAlgValuesSupported;

    private static OAuthException NotAccepted(ProviderContext context, ProviderMetadata? metadata) => context.Errors.Make(
        OAuthFailure.InvalidConfiguration,
        $"the provider takes no signature that the client can make; it takes {Redactor.Clean(string.Join(", ", Accepted(context, metadata)!), [])}");

    private static void AddAssertion(
        ProviderContext context, MessageFields fields, ProviderMetadata? metadata, string algorithm, ClientKey? key, Func<byte[], byte[]> sign)
    {
        var declared = context.Declaration.ClientAssertion;
        fields.Set("client_id", context.ClientId);
        fields.Add("client_assertion_type", ClientAssertion.Type);
        fields.Add("client_assertion", ClientAssertion.Create(
            Filled(context, declared.Issuer) ?? context.ClientId,
            context.ClientId,
            Audience(context, metadata),
            declared,
            context.Now,
            algorithm,
            key,
            sign));
    }

    private static string Audience(ProviderContext context, ProviderMetadata? metadata) =>
        Filled(context, context.Declaration.ClientAssertion.Audience) ?? metadata?.Issuer ?? context.Issuer
            ?? (context.Plan(OAuthMethod.ClientCredentials).Endpoint is { } token
                ? context.Fill(() => token.Expand(context.Templates.Values))
                : throw context.Errors.Make(
                    OAuthFailure.InvalidConfiguration,
                    "nothing says whom the client's assertion is for: declare the issuer, or [OAuthClientAssertion(Audience = \"…\")]"));

    private static string? Filled(ProviderContext context, string? template) =>
        template is null ? null : context.Fill(() => new OAuthTemplate(template).Expand(context.Templates.Values));
}
