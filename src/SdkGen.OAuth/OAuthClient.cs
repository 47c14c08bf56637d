using System.ComponentModel;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>
/// What generated clients call: each public method here is one message of the protocol, from the request object to the checked reply.
/// Programs use the generated client of their provider instead.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class OAuthClient
{
    private readonly OAuthDeclaration _declaration;
    private readonly Func<OAuthClientOptions> _options;
    private readonly OAuthClientServices _services;
    private readonly Lock _lock = new();
    private ProviderContext? _context;

    /// <summary>Makes a client with options that stay as they are.</summary>
    /// <param name="declaration">What the provider's interface declares.</param>
    /// <param name="options">What the application states.</param>
    /// <param name="services">What the client uses of its surroundings.</param>
    /// <exception cref="OAuthException">The options are incomplete; the message names each property.</exception>
    public OAuthClient(OAuthDeclaration declaration, OAuthClientOptions options, OAuthClientServices? services = null)
        : this(declaration, () => options, services)
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = Context;
    }

    /// <summary>Makes a client whose options can be replaced while it lives: a secret is rotated, a configuration reloaded.</summary>
    /// <param name="declaration">What the provider's interface declares.</param>
    /// <param name="options">Gets what the application states now: another object after a change.</param>
    /// <param name="services">What the client uses of its surroundings.</param>
    public OAuthClient(OAuthDeclaration declaration, Func<OAuthClientOptions> options, OAuthClientServices? services = null)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(options);
        _declaration = declaration;
        _options = options;
        _services = services ?? new();
    }

    /// <summary>Whose tokens are kept: another object, perhaps equal, after the options have changed.</summary>
    internal ClientIdentity Identity => Context.Identity;

    private ProviderContext Context
    {
        get
        {
            var options = _options();
            var context = _context;
            if (context is not null && ReferenceEquals(context.Options, options))
            {
                return context;
            }

            lock (_lock)
            {
                return _context is { } current && ReferenceEquals(current.Options, options)
                    ? current
                    : _context = new(_declaration, options, _services);
            }
        }
    }

    /// <summary>Authenticates the client, applies the quirks of the message, and sends it.</summary>
    private static async Task<(BackChannelRequest Request, BackChannelReply Reply)> SendAsync(
        ProviderContext context,
        MessagePlan plan,
        MessageFields fields,
        TemplateValues values,
        CancellationToken cancellationToken)
    {
        var headers = new MessageFields();
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        ClientAuthentication.Apply(context, fields, headers, plan.ClientAuthentication, metadata);
        return await DispatchAsync(context, plan, fields, headers, values, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Applies the quirks of a message and sends it.</summary>
    private static async Task<(BackChannelRequest Request, BackChannelReply Reply)> DispatchAsync(
        ProviderContext context,
        MessagePlan plan,
        MessageFields fields,
        MessageFields headers,
        TemplateValues values,
        CancellationToken cancellationToken)
    {
        var query = new MessageFields();
        var endpoint = await context.GetEndpointAsync(plan, values, cancellationToken).ConfigureAwait(false);
        context.Fill(() =>
        {
            plan.Apply(fields, query, headers, values, context.OfflineAccess);
            return true;
        });
        await Hooks.PrepareAsync(context, plan, endpoint, plan.Endpoint is { HoldsToken: true }, fields, cancellationToken).ConfigureAwait(false);
        var request = new BackChannelRequest
        {
            Endpoint = endpoint,
            HidesEndpoint = plan.Endpoint is { HoldsToken: true },
            HttpMethod = plan.HttpMethod,
            Body = plan.Body,
            Fields = fields,
            Query = query,
            Headers = headers,
            ClientSecret = context.Options.ClientSecret,
            Tokens = values.Tokens,
        };
        return (request, await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// The reply as a JSON object, if it is a success. An error is one whatever the HTTP status says, and looked for before anything else.
    /// </summary>
    private static System.Text.Json.JsonElement ReadReply(
        ProviderContext context, MessagePlan plan, BackChannelRequest request, BackChannelReply reply)
    {
        var readable = ReplyReader.TryParse(reply.Body, out var json, out var failure);
        var error = readable ? ReplyError.Read(plan, json, reply.IsSuccess) : null;
        if (!reply.IsSuccess && error?.Code is null)
        {
            error = ReplyError.Read(plan, reply.Challenges) ?? error;
        }

        if (error is not null)
        {
            throw context.Errors.Stated(OAuthFailure.ErrorResponse, error, request.Secrets, request.ShownEndpoint, reply.Status, reply.RetryAfter);
        }

        if (readable && reply.IsSuccess)
        {
            return json;
        }

        throw Unusable(context, request, reply, reply.IsSuccess ? failure : OAuthFailure.UnexpectedStatus);
    }

    private static OAuthException Unusable(ProviderContext context, BackChannelRequest request, BackChannelReply reply, OAuthFailure failure)
    {
        var excerpt = Redactor.Clean(System.Text.Encoding.UTF8.GetString(reply.Body), request.Secrets);
        var what = failure switch
        {
            OAuthFailure.DuplicateMember => "with a reply that states a member twice",
            OAuthFailure.UnexpectedStatus => "without an OAuth error",
            _ => "with something that is no OAuth reply",
        };
        return context.Errors.Make(
            failure,
            $"{request.ShownEndpoint} answered {(int)reply.Status} {what}: {excerpt ?? "an empty body"}",
            request.ShownEndpoint,
            reply.Status,
            transient: ProviderErrors.IsTransient(reply.Status),
            retryAfter: reply.RetryAfter,
            excerpt: excerpt);
    }

    /// <summary>The scopes of a request, in the order: its own, its declaration's, the options', the provider's; with the one for offline access.</summary>
    private static IReadOnlyList<string> ScopesOf(ProviderContext context, MessagePlan plan, OAuthMethod method, IReadOnlyList<string>? requested)
    {
        var isLogin = plan.Message is OAuthMessage.Authorization or OAuthMessage.DeviceAuthorization;
        var scopes = requested ?? (isLogin && method.Scopes.Length == 0 ? context.Options.Scopes ?? plan.Scopes : plan.Scopes);
        foreach (var scope in scopes)
        {
            if (scope.Length == 0 || scope.Contains(plan.ScopeSeparator, StringComparison.Ordinal) || scope.Any(char.IsWhiteSpace))
            {
                throw new ArgumentException($"'{scope}' is not one scope: state each scope as an entry of its own.");
            }
        }

        return isLogin && context.OfflineAccess && context.Declaration.Provider.OfflineAccessScope is { } offline && !scopes.Contains(offline)
            ? [.. scopes, offline]
            : scopes;
    }

    private static void AddAccess(MessageFields fields, MessagePlan plan, AccessRequest request, IReadOnlyList<string> scopes)
    {
        if (scopes.Count > 0)
        {
            fields.Add("scope", string.Join(plan.ScopeSeparator == '+' ? ' ' : plan.ScopeSeparator, scopes));
        }

        fields.AddAll("resource", request.Resources);
        fields.AddAll("audience", request.Audiences);
        fields.AddAll(request.Additional);
    }

    /// <summary>The values of names that later templates need, taken from one message.</summary>
    private static void Keep(
        ProviderContext context, Dictionary<string, string> values, string source, Func<string, string?> find)
    {
        foreach (var name in context.Templates.KeptNames)
        {
            if (name.StartsWith(source, StringComparison.Ordinal) && find(name[source.Length..]) is { Length: > 0 } value)
            {
                values[name] = value;
            }
        }
    }
}
