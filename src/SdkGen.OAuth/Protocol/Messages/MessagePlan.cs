using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Protocol;

/// <summary>
/// How one message is written and its reply read: the quirks of the interface and the method, chosen and parsed once. This is the one
/// place that turns attributes into behaviour.
/// </summary>
internal sealed class MessagePlan
{
    private readonly List<ParameterRule> _rules = [];
    private readonly List<MemberRule> _members = [];
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    public MessagePlan(OAuthDeclaration declaration, OAuthMethod method)
    {
        Message = method.Message;
        MessageName = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(Message.ToString());
        var provider = declaration.Provider;
        ScopeSeparator = provider.ScopeSeparator;

        AddRules(declaration.Parameters, ofMethod: false);
        AddRules(method.Parameters, ofMethod: true);
        AddMembers(declaration.Members);
        AddMembers(method.Members);
        foreach (var error in declaration.Errors.Concat(method.Errors))
        {
            _errors[error.Code] = error.Means;
        }

        var request = MostSpecific(method.Requests, declaration.Requests, attribute => attribute.Messages);
        HttpMethod = request?.Method?.ToUpperInvariant() ?? (Message == OAuthMessage.UserInfo ? "GET" : "POST");
        Accept = AcceptOf(provider, Message);
        Body = HttpMethod == "GET" ? RequestBody.Query : request?.Body ?? RequestBody.Form;
        Endpoint = (request?.Endpoint ?? EndpointOf(provider, Message)) is { } endpoint ? new(endpoint) : null;
        MutualTlsEndpoint = request?.MutualTlsEndpoint is { } withCertificate ? new(withCertificate) : null;
        ClientAuthentication = request is { ClientAuthentication: not ClientAuthenticationMethod.FromMetadata } stated
            ? stated.ClientAuthentication
            : provider.ClientAuthentication;
        Scopes = method.Scopes.Length > 0 ? method.Scopes
            : request?.Scopes is { Length: > 0 } ofRequest ? ofRequest
            : StartsSignIn ? provider.Scopes
            : [];
        ScopeText = string.Join(ScopeDelimiter, Scopes);

        var response = MostSpecific(method.Responses, declaration.Responses, attribute => attribute.Messages);
        Root = response?.Root is { } root ? new(root) : null;
        ErrorCode = response?.ErrorCode is { } code ? new(code) : null;
        ErrorDescription = response?.ErrorDescription is { } description ? new(description) : null;
        Success = response?.Success;
        Keep = response?.Keep ?? [];
        MatchSubject = response?.MatchSubject ?? true;
        Source = response?.Source ?? OAuthMessage.None;
        Hooks = [.. declaration.Hooks.Where(hook => (hook.Messages & Message) != 0).Concat(method.Hooks).Select(hook => hook.Hook)];
    }

    public OAuthMessage Message { get; }

    /// <summary>Whether a user signs in because of the message: it then asks for the scopes of the provider, and for offline access.</summary>
    public bool StartsSignIn =>
        Message is OAuthMessage.Authorization or OAuthMessage.DeviceAuthorization or OAuthMessage.BackchannelAuthentication;

    /// <summary>The message as it is traced and logged: <c>client_credentials</c>.</summary>
    public string MessageName { get; }

    public char ScopeSeparator { get; }

    /// <summary>The scopes of a request that names none.</summary>
    public string[] Scopes { get; }

    /// <summary>The same as a request has them.</summary>
    public string ScopeText { get; }

    /// <summary>What stands between scopes, before it is encoded.</summary>
    public char ScopeDelimiter => ScopeSeparator == '+' ? ' ' : ScopeSeparator;

    public string HttpMethod { get; }

    public RequestBody Body { get; }

    /// <summary>The media types of a reply.</summary>
    public string Accept { get; }

    /// <summary>The declared endpoint; <see langword="null"/> leaves it to the metadata.</summary>
    public UrlTemplate? Endpoint { get; }

    /// <summary>Whether the endpoint holds a token and is therefore not to be shown.</summary>
    public bool HidesEndpoint => Endpoint is { HoldsToken: true } || MutualTlsEndpoint is { HoldsToken: true };

    /// <summary>The declared endpoint for clients that present a certificate (RFC 8705 section 5).</summary>
    public UrlTemplate? MutualTlsEndpoint { get; }

    public ClientAuthenticationMethod ClientAuthentication { get; }

    /// <summary>Whether the message carries a proof where tokens are bound to a key (RFC 9449 sections 5, 7 and 10.1): it asks for a token or a code, or uses one.</summary>
    public bool IsProven => Message == OAuthMessage.None || (Message & (OAuthMessage.Token | OAuthMessage.UserInfo)) != 0;

    public JsonPath? Root { get; }

    public JsonPath? ErrorCode { get; }

    public JsonPath? ErrorDescription { get; }

    public string? Success { get; }

    public string[] Keep { get; }

    public bool MatchSubject { get; }

    public OAuthMessage Source { get; }

    /// <summary>What completes the request or checks the callback, those of the interface first.</summary>
    public IReadOnlyList<IOAuthHook> Hooks { get; }

    /// <summary>Whether a declared field or path carries the access token, in place of the Authorization header (RFC 6750 section 2.1).</summary>
    public bool PlacesAccessToken =>
        Endpoint is { HoldsToken: true } || _rules.Exists(rule => rule.Value?.Names.Contains("token.access_token") == true);

    /// <summary>Turns the fields of the RFC into those of the provider.</summary>
    /// <param name="fields">The fields as the RFC has them; those of the body afterwards.</param>
    /// <param name="query">The fields that move to the query.</param>
    /// <param name="headers">The fields that move to a header.</param>
    /// <param name="values">What fills templates.</param>
    /// <param name="offlineAccess">Whether a refresh token is wanted.</param>
    public void Apply(MessageFields fields, MessageFields query, MessageFields headers, TemplateValues values, bool offlineAccess)
    {
        foreach (var rule in _rules)
        {
            if (rule.Condition == ParameterCondition.OfflineAccess && !offlineAccess)
            {
                continue;
            }

            if (rule.IsOmitted)
            {
                fields.Remove(rule.Name);
                continue;
            }

            var isThere = fields.Find(rule.Name) is not null;
            if (rule.IsWhereCarried && !isThere)
            {
                continue;
            }

            if (rule.Value is not null && (rule.Replaces || !isThere) && rule.Value.Expand(values) is { } value)
            {
                fields.Set(rule.Name, value);
            }

            if (rule.Location == ParameterLocation.Header)
            {
                fields.MoveTo(rule.Name, rule.SentAs, headers);
            }
            else if (rule.Location == ParameterLocation.Query)
            {
                fields.MoveTo(rule.Name, rule.SentAs, query);
            }
            else if (rule.SentAs != rule.Name)
            {
                fields.Rename(rule.Name, rule.SentAs);
            }
        }
    }

    /// <summary>Whether the provider has another name for a field.</summary>
    public bool Renames(string name) => _rules.Exists(rule => rule.Name == name && rule.SentAs != name);

    /// <summary>Whether the provider puts any member of the reply elsewhere than the RFC does.</summary>
    public bool MovesMembers => _members.Count > 0;

    /// <summary>Where the provider puts a member of the reply; <see langword="null"/> where the RFC does.</summary>
    public MemberRule? Member(string name)
    {
        foreach (var member in _members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The registered code that a provider's own code stands for.</summary>
    public string Meaning(string error) => _errors.GetValueOrDefault(error, error);

    private static string AcceptOf(OAuthProviderAttribute provider, OAuthMessage message) => message switch
    {
        OAuthMessage.UserInfo => "application/json, application/jwt",
        OAuthMessage.Introspection when provider.IntrospectionAlgorithms.Length > 0 => SignedReply.IntrospectionMediaType,

        // The body of the reply means nothing (RFC 7009 section 2.2), so it may be of any type.
        OAuthMessage.Revocation => "*/*",
        _ => "application/json",
    };

    private static string? EndpointOf(OAuthProviderAttribute provider, OAuthMessage message) => message switch
    {
        OAuthMessage.Authorization => provider.AuthorizationEndpoint,
        OAuthMessage.DeviceAuthorization => provider.DeviceAuthorizationEndpoint,
        OAuthMessage.Revocation => provider.RevocationEndpoint,
        OAuthMessage.Introspection => provider.IntrospectionEndpoint,
        OAuthMessage.UserInfo => provider.UserInfoEndpoint,
        OAuthMessage.EndSession => provider.EndSessionEndpoint,
        OAuthMessage.BackchannelAuthentication => provider.BackchannelAuthenticationEndpoint,
        OAuthMessage.Registration => provider.RegistrationEndpoint,
        _ => provider.TokenEndpoint,
    };

    private void AddRules(OAuthParameterAttribute[] declared, bool ofMethod)
    {
        foreach (var parameter in declared)
        {
            if (parameter.On == OAuthMessage.None || (parameter.On & Message) != 0)
            {
                // The later declaration, of the method or of the more derived interface, is the more specific one.
                _rules.RemoveAll(rule => rule.Name == parameter.Name);
                _rules.Add(new(parameter, ofMethod));
            }
        }
    }

    private void AddMembers(OAuthMemberAttribute[] declared)
    {
        foreach (var member in declared)
        {
            if (member.On == OAuthMessage.None || (member.On & Message) != 0)
            {
                _members.RemoveAll(rule => rule.Name == member.Name);
                _members.Add(new(member));
            }
        }
    }

    /// <summary>An attribute of the method; else the one of the interface that names the fewest messages, the later of two alike.</summary>
    private T? MostSpecific<T>(T[] ofMethod, T[] ofInterface, Func<T, OAuthMessage> messages)
        where T : Attribute =>
        ofMethod.LastOrDefault()
        ?? ofInterface
            .Where(attribute => (messages(attribute) & Message) != 0)
            .Reverse()
            .MinBy(attribute => System.Numerics.BitOperations.PopCount((uint)messages(attribute)));
}
