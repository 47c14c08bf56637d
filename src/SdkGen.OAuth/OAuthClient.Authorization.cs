using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <content>The front channel: authorization requests and their callbacks, and logout.</content>
public sealed partial class OAuthClient
{
    /// <summary>Longer than a day no user takes.</summary>
    private const double MaxPushedSeconds = 24 * 3600;

    /// <summary>Prepares an authorization request (RFC 6749 section 4.1.1).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting for the metadata.</param>
    /// <returns>The request.</returns>
    public async Task<AuthorizationRequest> CreateAuthorizationRequestAsync(
        OAuthMethod method, AuthorizationParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(parameters);
        RedirectUriRule.Check(parameters.RedirectUri);
        if (parameters is { IsAcrEssential: true, AcrValues.Count: 0 })
        {
            throw new ArgumentException("IsAcrEssential needs AcrValues, of which one has to be reached.", nameof(parameters));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(parameters.MaxAge ?? TimeSpan.Zero, TimeSpan.Zero, nameof(parameters));
        var context = Context;
        await RequestedAccess.CheckDetailsAsync(context, parameters, cancellationToken).ConfigureAwait(false);
        var provider = context.Declaration.Provider;
        var plan = context.Plan(method);
        var scopes = RequestedAccess.Scopes(context, plan, method, parameters.Scopes);
        CheckChallengeMethod(context, await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false));
        var verifier = provider.Pkce == PkceMethod.NotSent ? null : CodeVerifier.Create();
        var nonce = scopes.Contains("openid") ? RandomText.Create() : null;
        var state = RandomText.Create();
        var redirectUri = parameters.RedirectUri.OriginalString;
        var fields = new MessageFields();
        fields.Add("response_type", "code");
        fields.Add("client_id", context.ClientId);
        if (provider.State == StatePlacement.Parameter)
        {
            fields.Add("redirect_uri", redirectUri);
            fields.Add("state", state);
        }
        else
        {
            var inQuery = new MessageFields();
            inQuery.Add("state", state);
            redirectUri = FormEncoding.AppendQuery(redirectUri, inQuery);
            fields.Add("redirect_uri", redirectUri);
        }

        fields.AddIfAny("nonce", nonce);
        if (verifier is not null)
        {
            fields.Add("code_challenge", provider.Pkce == PkceMethod.Plain ? verifier.Value : verifier.Challenge());
            fields.Add("code_challenge_method", provider.Pkce == PkceMethod.Plain ? "plain" : "S256");
        }

        var keyThumbprint = context.SenderConstraint == SenderConstraint.DPoP ? context.KeyThumbprint : null;
        fields.AddIfAny("dpop_jkt", keyThumbprint);
        fields.AddIfAny("response_mode", provider.ResponseMode.Parameter());

        AddAuthenticationParameters(fields, parameters);
        RequestedAccess.Write(fields, plan, parameters, scopes);

        var values = context.Templates.KeepsValues ? KeptValues(context, fields) : TokenResponse.EmptyValues;
        foreach (var variable in context.Templates.RequestVariables)
        {
            fields.Remove(variable);
        }

        var templateValues = context.Templates.Values.With(values);
        var endpoint = await context.GetEndpointAsync(plan, templateValues, cancellationToken).ConfigureAwait(false);
        var pushedEndpoint = await context.GetPushedEndpointAsync(templateValues, cancellationToken).ConfigureAwait(false);
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);

        // Through the browser nothing proves the client; pushed, it is proven as at the token endpoint.
        var message = new OutgoingMessage(context, plan, fields, templateValues)
        {
            Authenticate = pushedEndpoint is null ? static (_, _) => { } : null,
            Sign = RequestObject.IsUsed(context, metadata) ? Signing(context, metadata, isPushed: pushedEndpoint is not null) : null,
        };
        var (carried, uriExpiresAt) = pushedEndpoint is null
            ? (await message.WriteAsync(endpoint, query: null, new(), cancellationToken).ConfigureAwait(false), DateTimeOffset.MaxValue)
            : await PushAsync(context, pushedEndpoint, message, endpoint, cancellationToken).ConfigureAwait(false);
        var url = FormEncoding.AppendQuery(endpoint, carried, plusForSpace: plan.ScopeSeparator == '+');

        var data = new AuthorizationRequestData
        {
            Provider = context.Declaration.Name,
            ClientId = context.ClientId,
            Issuer = await IssuerAsync(context, cancellationToken).ConfigureAwait(false),
            State = state,
            Nonce = nonce,
            CodeVerifier = verifier?.Value,
            RedirectUri = redirectUri,
            Scopes = scopes,
            Resources = parameters.Resources,
            ExpiresAt = context.Now + context.Options.AuthorizationRequestLifetime,
            MaxAge = parameters.MaxAge,
            EssentialAcrValues = parameters.IsAcrEssential ? parameters.AcrValues : [],
            KeyThumbprint = keyThumbprint,
            Values = values,
        };
        return pushedEndpoint is null ? new(data, new Uri(url)) : new(data, new Uri(url), uriExpiresAt, context.Services.TimeProvider);
    }

    /// <summary>What templates of later messages need of this request.</summary>
    private static Dictionary<string, string> KeptValues(ProviderContext context, MessageFields fields)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        context.Templates.Keep(values, "request.", fields.Find);
        return values;
    }

    private static Func<MessageFields, MessageFields> Signing(ProviderContext context, ProviderMetadata? metadata, bool isPushed) =>
        written => RequestObject.Sign(context, metadata, written, isPushed);

    /// <summary>Checks a callback against its request, uses the request up, and redeems the code (RFC 6749 sections 4.1.2 and 4.1.3).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request that started the login.</param>
    /// <param name="response">The callback.</param>
    /// <param name="additional">Further parameters of the token request.</param>
    /// <param name="cancellationToken">Cancels the token request.</param>
    /// <returns>The tokens.</returns>
    public async Task<TokenResponse> RedeemAuthorizationCodeAsync(
        OAuthMethod method,
        AuthorizationRequest request,
        AuthorizationResponse response,
        OAuthParameters? additional,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        var context = Context;
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var callback = await new CallbackCheck(context, metadata).RunAsync(request.Data, response, cancellationToken).ConfigureAwait(false);
        await Hooks.VerifyAsync(context, context.Plan(OAuthMethod.Authorization), callback, cancellationToken).ConfigureAwait(false);

        var data = request.Data;
        var values = new Dictionary<string, string>(data.Values, StringComparer.Ordinal);
        context.Templates.Keep(values, "callback.", callback.Find);
        return await RequestTokenAsync(
            context,
            method,
            new AuthorizationCodeTokenRequest(data, callback.Code!) { Resources = data.Resources, Additional = additional ?? [] },
            values,
            CallbackParameters(context.Plan(OAuthMethod.Authorization), callback),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prepares a logout request (OpenID Connect RP-Initiated Logout 1.0).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting for the metadata.</param>
    /// <returns>The request.</returns>
    public async Task<EndSessionRequest> CreateEndSessionRequestAsync(
        OAuthMethod method, EndSessionParameters? parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        var context = Context;
        var plan = context.Plan(method);
        var fields = new MessageFields();
        string? state = null;
        fields.AddIfAny("id_token_hint", parameters?.IdTokenHint);
        fields.Add("client_id", context.ClientId);
        if (parameters?.PostLogoutRedirectUri is { } redirectUri)
        {
            RedirectUriRule.Check(redirectUri);
            state = RandomText.Create();
            fields.Add("post_logout_redirect_uri", redirectUri.OriginalString);
            fields.Add("state", state);
        }

        if (parameters is not null)
        {
            fields.AddAll(parameters.Additional);
        }

        var endpoint = await context.GetEndpointAsync(plan, context.Templates.Values, cancellationToken).ConfigureAwait(false);
        context.Apply(plan, fields, fields, new(), context.Templates.Values, offlineAccess: false);
        return new(context.Errors, new Uri(FormEncoding.AppendQuery(endpoint, fields)), state);
    }

    /// <summary>Gives the parameters to the provider (RFC 9126 section 2.1), and gets what the browser carries instead.</summary>
    private static async Task<(MessageFields Carried, DateTimeOffset ExpiresAt)> PushAsync(
        ProviderContext context, string endpoint, OutgoingMessage message, string authorizationEndpoint, CancellationToken cancellationToken)
    {
        var plan = context.Plan(OAuthMethod.Pushed);
        var answer = await ProvenRequest.SendAsync(context, plan, endpoint, accessToken: null, MakeAsync, cancellationToken).ConfigureAwait(false);
        var json = answer.ReadJson();
        if (ReplyReader.String(ReplyReader.Member(plan, json, "request_uri")) is not { } requestUri)
        {
            throw answer.Unreadable(OAuthFailure.MissingRequestUri);
        }

        if (!ReplyReader.TryReadSeconds(ReplyReader.Member(plan, json, "expires_in"), out var lifetime) || lifetime is not > 0)
        {
            throw answer.Unreadable(OAuthFailure.InvalidLifetime);
        }

        var carried = new MessageFields();
        carried.Add("client_id", context.ClientId);
        carried.Add("request_uri", requestUri);
        return (carried, answer.Reply.ReceivedAt + TimeSpan.FromSeconds(Math.Min(lifetime.Value, MaxPushedSeconds)));

        async ValueTask<BackChannelRequest> MakeAsync()
        {
            var headers = new MessageFields();
            var fields = await message.WriteAsync(authorizationEndpoint, query: null, headers, cancellationToken).ConfigureAwait(false);

            // Section 2.1: the id is among the parameters whatever the client authentication is.
            fields.Set("client_id", context.ClientId);
            return new() { Endpoint = endpoint, Message = "pushed_authorization", Fields = fields, Headers = headers, ClientSecret = context.Options.ClientSecret };
        }
    }

    /// <summary>The key under which a request's use is remembered: it tells nothing about the state.</summary>
    internal static string UseKey(AuthorizationRequestData data) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{data.Provider}\n{data.ClientId}\n{data.State}")));

    /// <summary>
    /// A provider that says nothing about S256 has it, most often, or ignores it. One that names others and leaves it out would have to be
    /// asked with a challenge that whoever reads the request can answer (RFC 7636 section 7.2).
    /// </summary>
    private static void CheckChallengeMethod(ProviderContext context, ProviderMetadata? metadata)
    {
        if (context.Declaration.Provider.Pkce == PkceMethod.S256
            && metadata?.CodeChallengeMethodsSupported is { Count: > 0 } announced && announced.Contains("plain") && !announced.Contains("S256"))
        {
            throw context.Errors.Make(
                OAuthFailure.ChallengeMethodNotSupported, "the provider announces code challenges that are no challenges (plain), and not S256. Declare Pkce in [OAuthProvider], if you have to");
        }
    }

    private static void AddAuthenticationParameters(MessageFields fields, AuthorizationParameters parameters)
    {
        fields.AddIfAny("prompt", parameters.Prompt);
        fields.AddIfAny("login_hint", parameters.LoginHint);
        if (parameters.MaxAge is { } maxAge)
        {
            fields.Add("max_age", ((long)maxAge.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        fields.AddJoined("acr_values", parameters.AcrValues);
        fields.AddJoined("ui_locales", parameters.UiLocales);
        fields.AddIfAny("id_token_hint", parameters.IdTokenHint);
    }

    private static async ValueTask<string?> IssuerAsync(ProviderContext context, CancellationToken cancellationToken) =>
        (await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false))?.Issuer ?? context.Issuer;

    private static Dictionary<string, string> CallbackParameters(MessagePlan plan, AuthorizationResponse response)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in plan.Keep)
        {
            if (response.Find(name) is { } value)
            {
                kept[name] = value;
            }
        }

        return kept;
    }
}
