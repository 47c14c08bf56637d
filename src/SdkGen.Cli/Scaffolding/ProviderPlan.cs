using System.Text.Json;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Scaffolding;

/// <summary>
/// What an interface says of a provider, as a careful person would decide it from the metadata: what is announced and can be used without
/// knowing more, and nothing that leaves a protection out.
/// </summary>
internal sealed class ProviderPlan
{
    private static readonly string[] SignInScopes = ["openid", "profile", "email"];

    private readonly MetadataDocument _document;
    private readonly List<string>? _grants;

    /// <param name="issuer">The issuer, as it was asked for.</param>
    /// <param name="document">What it announces.</param>
    /// <param name="scopes">The scopes to declare; <see langword="null"/> takes the usual ones that are announced.</param>
    /// <exception cref="CommandException">It announces nothing that can be declared, or something that may not be used.</exception>
    public ProviderPlan(string issuer, MetadataDocument document, IReadOnlyList<string>? scopes)
    {
        _document = document;
        _grants = Texts("grant_types_supported");
        Issuer = issuer;
        RefuseClearText();
        var announced = document.Metadata.ScopesSupported;
        Interfaces = [.. Contracts(document.Metadata)];
        var signsIn = Interfaces.Contains("IAuthorizationCodeGrant") || Interfaces.Contains("IDeviceAuthorizationGrant");
        Scopes = scopes ?? (!signsIn ? [] : announced is not null ? [.. SignInScopes.Where(announced.Contains)] : IsOpenId ? ["openid"] : []);
        if (document.Metadata.UserInfoEndpoint is not null && Scopes.Contains("openid"))
        {
            Interfaces.Add("IUserInfoEndpoint");
        }

        if (Interfaces.Count == 0)
        {
            throw new CommandException(
                $"{document.Address} announces no grant and no endpoint that an interface could declare.",
                "Write the interface by hand; docs/describing-a-provider.md says how.");
        }

        OfflineAccessScope = announced?.Contains("offline_access") == true && signsIn && Interfaces.Contains("IRefreshTokenGrant") && !Scopes.Contains("offline_access")
            ? "offline_access"
            : null;
        ClientAuthentication = OnlyAuthentication(document.Metadata.TokenEndpointAuthMethodsSupported);
        ResponseMode = OnlyMode(Texts("response_modes_supported"));
        IdTokenAlgorithms = Scopes.Contains("openid") && document.Metadata.IdTokenSigningAlgValuesSupported is { Count: > 0 } algorithms
            && algorithms.All(algorithm => algorithm is "HS256" or "none") && algorithms.Contains("HS256") ? ["HS256"] : [];
        Suppressed = [.. Suppressions(announced)];
    }

    /// <summary>The issuer, character by character.</summary>
    public string Issuer { get; }

    /// <summary>The interfaces to inherit.</summary>
    public List<string> Interfaces { get; }

    /// <summary>The scopes of a sign-in.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>The scope that asks for a refresh token.</summary>
    public string? OfflineAccessScope { get; }

    /// <summary>How clients authenticate, where there is no choice.</summary>
    public ClientAuthenticationMethod? ClientAuthentication { get; }

    /// <summary>How the callback arrives, where it cannot be the query.</summary>
    public ResponseMode? ResponseMode { get; }

    /// <summary>The algorithms of ID tokens, where the provider signs with none that are taken by themselves.</summary>
    public IReadOnlyList<string> IdTokenAlgorithms { get; }

    /// <summary>Whether nothing but <c>plain</c> is announced for PKCE.</summary>
    public bool IsPlain => SendsCodes && _document.Metadata.CodeChallengeMethodsSupported is { } methods && methods.Contains("plain") && !methods.Contains("S256");

    /// <summary>
    /// For a provider of many tenants, whose metadata leave the tenant open: the issuers of its ID tokens, the claim that fills them, and what
    /// that may be.
    /// </summary>
    public (string Issuer, string Claim, string Pattern)? OpenIssuer
    {
        get
        {
            var stated = _document.Metadata.Issuer!;
            var (start, end) = (stated.IndexOf('{', StringComparison.Ordinal), stated.IndexOf('}', StringComparison.Ordinal));
            if (stated == Issuer || start < 0 || end < start)
            {
                return null;
            }

            var hole = stated[(start + 1)..end];
            var (claim, pattern) = hole is "tenantid" or "tid" ? ("tid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") : (hole, "[A-Za-z0-9_-]+");
            return ($"{stated[..start]}{{id_token.{claim}}}{stated[(end + 1)..]}", claim, pattern);
        }
    }

    /// <summary>The rules that are suppressed, with the reason.</summary>
    public IReadOnlyList<(string Rule, string Reason)> Suppressed { get; }

    /// <summary>What might be declared besides, if the application can do it: sentences.</summary>
    public IEnumerable<string> Further
    {
        get
        {
            var metadata = _document.Metadata;
            if (metadata.DPoPSigningAlgValuesSupported is { Count: > 0 })
            {
                yield return "Tokens can be bound to a key (DPoP): add SenderConstraint = SenderConstraint.DPoP if your APIs take them.";
            }

            if (ClientAuthentication is null && metadata.TokenEndpointAuthMethodsSupported?.Contains("private_key_jwt") == true)
            {
                yield return "Clients can authenticate with a key instead of a secret: state ClientKey in the options.";
            }

            if (metadata.RegistrationEndpoint is not null)
            {
                yield return "Clients can register themselves: inherit IClientRegistrationEndpoint if yours does.";
            }

            if (IsTrue("backchannel_logout_supported"))
            {
                yield return "Logouts are announced to clients: inherit IBackchannelLogout if yours listens.";
            }
        }
    }

    private bool SendsCodes => Interfaces.Contains("IAuthorizationCodeGrant");

    private bool IsOpenId => _document.Metadata.IdTokenSigningAlgValuesSupported is not null || Texts("subject_types_supported") is not null;

    private IEnumerable<string> Contracts(ProviderMetadata metadata)
    {
        var isPublic = metadata.TokenEndpointAuthMethodsSupported is ["none"];
        var hasToken = metadata.TokenEndpoint is not null;
        if (hasToken && metadata.AuthorizationEndpoint is not null && Announces("authorization_code", isDefault: true)
            && Texts("response_types_supported") is null or [_, ..] && Texts("response_types_supported")?.Contains("code") != false)
        {
            yield return "IAuthorizationCodeGrant";
            if (metadata.PushedAuthorizationRequestEndpoint is not null)
            {
                yield return "IPushedAuthorizationRequestEndpoint";
            }
        }

        if (hasToken && !isPublic && Announces("client_credentials"))
        {
            yield return "IClientCredentialsGrant";
        }

        if (hasToken && Announces("refresh_token", isDefault: metadata.ScopesSupported?.Contains("offline_access") == true))
        {
            yield return "IRefreshTokenGrant";
        }

        if (hasToken && metadata.DeviceAuthorizationEndpoint is not null && Announces("urn:ietf:params:oauth:grant-type:device_code", isDefault: true))
        {
            yield return "IDeviceAuthorizationGrant";
        }

        if (hasToken && !isPublic && metadata.BackchannelAuthenticationEndpoint is not null && Announces("urn:openid:params:grant-type:ciba", isDefault: true))
        {
            yield return "IBackchannelAuthenticationGrant";
        }

        if (hasToken && Announces("urn:ietf:params:oauth:grant-type:token-exchange"))
        {
            yield return "ITokenExchangeGrant";
        }

        if (hasToken && Announces("urn:ietf:params:oauth:grant-type:jwt-bearer"))
        {
            yield return "IJwtBearerGrant";
        }

        if (metadata.RevocationEndpoint is not null)
        {
            yield return "IRevocationEndpoint";
        }

        if (metadata.IntrospectionEndpoint is not null)
        {
            yield return "IIntrospectionEndpoint";
        }

        if (metadata.EndSessionEndpoint is not null)
        {
            yield return "IEndSessionEndpoint";
        }
    }

    private bool Announces(string grant, bool isDefault = false) => _grants?.Contains(grant) ?? isDefault;

    private void RefuseClearText()
    {
        foreach (var member in _document.Json.EnumerateObject().Concat(Aliases()))
        {
            if ((member.Name.EndsWith("_endpoint", StringComparison.Ordinal) || member.Name == "jwks_uri")
                && member.Value.ValueKind == JsonValueKind.String
                && Uri.TryCreate(member.Value.GetString(), UriKind.Absolute, out var url)
                && url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            {
                throw new CommandException(
                    $"The provider announces an address that is not https: {member.Name} is '{url.GetLeftPart(UriPartial.Path)}'.",
                    "Codes, tokens and secrets would be sent in clear text. Ask the provider for https.");
            }
        }
    }

    private JsonElement.ObjectEnumerator Aliases() =>
        _document.Json.TryGetProperty("mtls_endpoint_aliases", out var aliases) && aliases.ValueKind == JsonValueKind.Object ? aliases.EnumerateObject() : default;

    private IEnumerable<(string Rule, string Reason)> Suppressions(IReadOnlyList<string>? announced)
    {
        if (IsPlain)
        {
            yield return ("OAUTH2003", "The provider announces no other PKCE method than plain. Ask it for S256.");
        }
        else if (SendsCodes && _document.Metadata.CodeChallengeMethodsSupported is { } methods && !methods.Contains("S256"))
        {
            yield return ("OAUTH0065", "The provider does not announce S256, which is sent nevertheless: who does not know it ignores it.");
        }

        if (announced is not null && Scopes.Any(scope => !announced.Contains(scope)))
        {
            yield return ("OAUTH0064", "The provider does not announce every scope that is asked for.");
        }
    }

    private static ClientAuthenticationMethod? OnlyAuthentication(IReadOnlyList<string>? methods) => methods switch
    {
        ["client_secret_basic"] => ClientAuthenticationMethod.ClientSecretBasic,
        ["client_secret_post"] => ClientAuthenticationMethod.ClientSecretPost,
        ["private_key_jwt"] => ClientAuthenticationMethod.PrivateKeyJwt,
        ["client_secret_jwt"] => ClientAuthenticationMethod.ClientSecretJwt,
        ["none"] => ClientAuthenticationMethod.None,
        _ => null,
    };

    private static ResponseMode? OnlyMode(List<string>? modes) =>
        modes is null || modes.Contains("query") ? null
        : modes.Contains("form_post") ? OAuth.ResponseMode.FormPost
        : modes.Contains("query.jwt") ? OAuth.ResponseMode.QueryJwt
        : modes.Contains("form_post.jwt") ? OAuth.ResponseMode.FormPostJwt
        : null;

    private List<string>? Texts(string member) =>
        _document.Json.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : null;

    private bool IsTrue(string member) => _document.Json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;
}
