using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <content>What can be done with a token at the provider: revoke it, ask about it, ask about its user.</content>
public sealed partial class OAuthClient
{
    /// <summary>Sends a revocation request (RFC 7009).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the provider has confirmed.</returns>
    public async Task RevokeTokenAsync(OAuthMethod method, RevocationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.Token);
        var context = Context;
        var plan = context.Plan(method);
        var fields = About(request.Token, request.TokenTypeHint, request.Additional);
        var message = new OutgoingMessage(context, plan, fields, WithAccessToken(context.Templates.Values, request.Token, null));
        var answer = await message.SendAsync(cancellationToken).ConfigureAwait(false);

        // The body of a success means nothing else (RFC 7009 section 2.2).
        answer.RequireSuccess();
    }

    /// <summary>Sends an introspection request (RFC 7662).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What the provider says about the token.</returns>
    public async Task<IntrospectionResponse> IntrospectTokenAsync(
        OAuthMethod method, IntrospectionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.Token);
        var context = Context;
        var plan = context.Plan(method);
        var fields = About(request.Token, request.TokenTypeHint, request.Additional);
        var answer = await new OutgoingMessage(context, plan, fields, context.Templates.Values).SendAsync(cancellationToken).ConfigureAwait(false);
        var json = await SignedReply.ReadIntrospectionAsync(context, answer.Reply, cancellationToken).ConfigureAwait(false)
            ?? answer.ReadUnsigned(context.Declaration.Provider.IntrospectionAlgorithms);
        return ReplyReader.Member(plan, json, "active") switch
        {
            { ValueKind: JsonValueKind.True } => new(true, json),
            { ValueKind: JsonValueKind.False } => new(false, json),
            _ => throw answer.Unusable(OAuthFailure.UnreadableResponse, "without 'active' being true or false (RFC 7662 section 2.2)"),
        };
    }

    /// <summary>Sends a UserInfo request (OpenID Connect Core section 5.3) and reads the standard claims.</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The claims.</returns>
    public async Task<UserInfo> GetUserInfoAsync(OAuthMethod method, UserInfoRequest request, CancellationToken cancellationToken)
    {
        var (context, plan, json) = await RequestUserInfoAsync(method, request, cancellationToken).ConfigureAwait(false);
        var subject = ReplyReader.Text(ReplyReader.Member(plan, json, "sub")) ?? throw context.Errors.Make(
            OAuthFailure.UserInfoSubjectMismatch,
            "the UserInfo reply has no 'sub'. If the provider calls it something else, declare [OAuthMember(\"sub\", \"…\")]");
        return new(subject, json, plan);
    }

    /// <summary>Sends a UserInfo request (OpenID Connect Core section 5.3) and reads a type of the application's own.</summary>
    /// <typeparam name="TUser">The type.</typeparam>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="json">The context that describes the type to System.Text.Json.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The claims.</returns>
    public async Task<TUser> GetUserInfoAsync<TUser>(
        OAuthMethod method, UserInfoRequest request, JsonSerializerContext json, CancellationToken cancellationToken)
        where TUser : class
    {
        ArgumentNullException.ThrowIfNull(json);
        var typeInfo = json.GetTypeInfo(typeof(TUser)) as JsonTypeInfo<TUser> ?? throw Context.Errors.Make(
            OAuthFailure.InvalidConfiguration,
            $"{json.GetType().Name} does not describe {typeof(TUser).Name}: add [JsonSerializable(typeof({typeof(TUser).Name}))] to it");
        var (context, _, reply) = await RequestUserInfoAsync(method, request, cancellationToken).ConfigureAwait(false);
        try
        {
            return reply.Deserialize(typeInfo) ?? throw new JsonException();
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw context.Errors.Make(
                OAuthFailure.UnreadableResponse,
                $"the UserInfo reply does not fit {typeof(TUser).Name}{(exception is JsonException { Path: { } path } ? $" at {path}" : "")}");
        }
    }

    /// <summary>The fields of a message about a token (RFC 7009 section 2.1, RFC 7662 section 2.1).</summary>
    private static MessageFields About(string token, string? hint, OAuthParameters additional)
    {
        var fields = new MessageFields();
        fields.Add("token", token);
        fields.AddIfAny("token_type_hint", hint);
        fields.AddAll(additional);
        return fields;
    }

    private static TemplateValues WithAccessToken(TemplateValues values, string accessToken, IReadOnlyDictionary<string, string>? known) =>
        values.With(new Dictionary<string, string>(known ?? TokenResponse.EmptyValues, StringComparer.Ordinal) { ["token.access_token"] = accessToken });

    private async Task<(ProviderContext Context, MessagePlan Plan, JsonElement Reply)> RequestUserInfoAsync(
        OAuthMethod method, UserInfoRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.AccessToken);
        var context = Context;
        var plan = context.Plan(method);
        if (!BearerToken.IsSendable(request.AccessToken))
        {
            throw context.Errors.Make(OAuthFailure.UnsendableAccessToken, "the access token has characters that no header can carry");
        }

        var json = plan.Source == OAuthMessage.Code && request.Token is { } token
            ? token.Reply
            : await SendUserInfoAsync(context, plan, request, cancellationToken).ConfigureAwait(false);
        if (plan.Root is { } root)
        {
            json = root.Find(json) is { ValueKind: JsonValueKind.Object } inner
                ? inner
                : throw context.Errors.Make(OAuthFailure.UnreadableResponse, "the UserInfo reply has no object where its root is declared");
        }

        if (request.Subject is not null && plan.MatchSubject
            && ReplyReader.Text(ReplyReader.Member(plan, json, "sub")) != request.Subject)
        {
            throw context.Errors.Make(OAuthFailure.UserInfoSubjectMismatch, "the UserInfo reply is about another user than the ID token");
        }

        return (context, plan, json);
    }

    private static async Task<JsonElement> SendUserInfoAsync(
        ProviderContext context, MessagePlan plan, UserInfoRequest request, CancellationToken cancellationToken)
    {
        RequireOwnKey(context, request.Token);
        var fields = new MessageFields();
        fields.AddAll(request.Additional);
        var values = WithAccessToken(context.Templates.Values, request.AccessToken, request.Token?.Values);
        var scheme = context.SenderConstraint == SenderConstraint.DPoP ? "DPoP" : "Bearer";
        var message = new OutgoingMessage(context, plan, fields, values)
        {
            AccessToken = request.AccessToken,
            Authenticate = (_, headers) =>
            {
                if (!plan.PlacesAccessToken)
                {
                    headers.Add("Authorization", scheme + " " + request.AccessToken);
                }
            },
        };
        var answer = await message.SendAsync(cancellationToken).ConfigureAwait(false);
        return await SignedReply.ReadUserInfoAsync(context, answer.Reply, cancellationToken).ConfigureAwait(false)
            ?? answer.ReadUnsigned(context.Declaration.Provider.UserInfoAlgorithms);
    }
}
