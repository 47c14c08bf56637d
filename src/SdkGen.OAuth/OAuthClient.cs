using System.ComponentModel;
using System.Security.Cryptography.X509Certificates;
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
    private readonly DPoPMemory _memory = new();
    private readonly Lock _lock = new();
    private ProviderContext? _context;
    private int _optionsVersion;

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

    /// <summary>Grows with each change of the options that is announced. Not every one is: look at the options from time to time.</summary>
    internal int OptionsVersion => Volatile.Read(ref _optionsVersion);

    internal void NoteOptionsChange() => Interlocked.Increment(ref _optionsVersion);

    /// <summary>How tokens of this client are bound.</summary>
    internal SenderConstraint SenderConstraint => _declaration.Provider.SenderConstraint;

    /// <summary>The certificate to which they are bound, if they are bound to one.</summary>
    internal X509Certificate2? TokenCertificate => SenderConstraint == SenderConstraint.MutualTls ? Context.Options.ClientCertificate : null;

    /// <summary>Gives a token that was stored what it takes to be used: it was got by a client with the same key or certificate.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.BoundToOtherKey"/>: it was not.</exception>
    internal async ValueTask<TokenResponse> BindAsync(TokenResponse token, CancellationToken cancellationToken)
    {
        if (token is { KeyThumbprint: null } or { Binding: not null })
        {
            return token;
        }

        var context = Context;
        RequireOwnKey(context, token);
        return token with { Binding = await context.GetBindingAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Whether the provider's metadata and keys can be had, where the declaration leaves anything to them.</summary>
    /// <returns>How many keys there are; <see langword="null"/> if the provider has none to fetch.</returns>
    internal async Task<int?> CheckAsync(CancellationToken cancellationToken)
    {
        var context = Context;
        _ = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        return await context.GetKeysAsync(cancellationToken).ConfigureAwait(false) is { } keys
            ? await keys.CountAsync(cancellationToken).ConfigureAwait(false)
            : null;
    }

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
                    : _context = new(_declaration, options, _services, _memory);
            }
        }
    }

    /// <summary>What the provider announces, if it is asked.</summary>
    internal ValueTask<ProviderMetadata?> GetMetadataAsync(CancellationToken cancellationToken) => Context.GetMetadataAsync(cancellationToken);

    /// <summary>Authenticates the client, applies the quirks of the message, and sends it.</summary>
    private static async ValueTask<(BackChannelRequest Request, BackChannelReply Reply)> SendAsync(
        ProviderContext context,
        MessagePlan plan,
        MessageFields fields,
        TemplateValues values,
        CancellationToken cancellationToken,
        Func<MessageFields, MessageFields>? sign = null)
    {
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        return await DispatchAsync(
            context,
            plan,
            fields,
            MessageSender.Client(metadata),
            values,
            cancellationToken,
            sign).ConfigureAwait(false);
    }

    /// <summary>Applies the quirks of a message and sends it.</summary>
    /// <param name="context">The provider.</param>
    /// <param name="plan">The message.</param>
    /// <param name="fields">Its fields, as the RFC has them.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="values">What fills templates.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="sign">Signs the fields as the provider takes them, if the message is signed; what proves the sender stands beside that.</param>
    private static async ValueTask<(BackChannelRequest Request, BackChannelReply Reply)> DispatchAsync(
        ProviderContext context,
        MessagePlan plan,
        MessageFields fields,
        MessageSender sender,
        TemplateValues values,
        CancellationToken cancellationToken,
        Func<MessageFields, MessageFields>? sign = null)
    {
        var endpoint = await context.GetEndpointAsync(plan, values, cancellationToken).ConfigureAwait(false);
        if (context.IsProven(plan))
        {
            return await ProveAndDispatchAsync(context, plan, endpoint, fields, sender, values, sign, cancellationToken).ConfigureAwait(false);
        }

        var request = await MakeAsync(context, plan, endpoint, fields, sender, values, sign, cancellationToken).ConfigureAwait(false);
        return (request, await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The same with a proof. It is apart, so that messages without one need no closure.</summary>
    private static ValueTask<(BackChannelRequest Request, BackChannelReply Reply)> ProveAndDispatchAsync(
        ProviderContext context,
        MessagePlan plan,
        string endpoint,
        MessageFields fields,
        MessageSender sender,
        TemplateValues values,
        Func<MessageFields, MessageFields>? sign,
        CancellationToken cancellationToken) => SendProvenAsync(
            context,
            plan,
            endpoint,
            sender.AccessToken,
            () => MakeAsync(context, plan, endpoint, fields, sender, values, sign, cancellationToken),
            cancellationToken);

    private static async ValueTask<BackChannelRequest> MakeAsync(
        ProviderContext context,
        MessagePlan plan,
        string endpoint,
        MessageFields fields,
        MessageSender sender,
        TemplateValues values,
        Func<MessageFields, MessageFields>? sign,
        CancellationToken cancellationToken)
    {
        var (query, headers) = (new MessageFields(), new MessageFields());
        var body = await WriteAsync(context, plan, endpoint, fields, query, headers, values, sender, sign, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Endpoint = endpoint,
            Message = plan.MessageName,
            HidesEndpoint = plan.HidesEndpoint,
            HttpMethod = plan.HttpMethod,
            Body = plan.Body,
            Accept = plan.Accept,
            Fields = body,
            Query = query,
            Headers = headers,
            ClientSecret = context.Options.ClientSecret,
            Tokens = values.Tokens,
        };
    }

    /// <summary>
    /// The fields of a message as this provider takes them, with what proves the client. Of a signed message that stands beside the signed
    /// fields, not among them; what a hook adds is signed too.
    /// </summary>
    private static async ValueTask<MessageFields> WriteAsync(
        ProviderContext context,
        MessagePlan plan,
        string endpoint,
        MessageFields fields,
        MessageFields? query,
        MessageFields headers,
        TemplateValues values,
        MessageSender sender,
        Func<MessageFields, MessageFields>? sign,
        CancellationToken cancellationToken)
    {
        // What may be sent a second time, with another proof, is written a second time.
        var written = context.IsProven(plan) ? new MessageFields(fields) : fields;
        if (sign is null)
        {
            sender.Prove(context, plan, written, headers);
        }

        context.Apply(plan, written, query ?? written, headers, values, context.OfflineAccess);
        await Hooks.PrepareAsync(context, plan, endpoint, written, cancellationToken).ConfigureAwait(false);
        if (sign is null)
        {
            return written;
        }

        var signed = sign(written);
        sender.Prove(context, plan, signed, headers);
        return signed;
    }

    /// <summary>
    /// Sends a message with the proof that it needs (RFC 9449 section 5), and once more if the server asks for a nonce in the proof (section 8):
    /// the same message, with a new proof and a new client assertion.
    /// </summary>
    private static async ValueTask<(BackChannelRequest Request, BackChannelReply Reply)> SendProvenAsync(
        ProviderContext context, MessagePlan plan, string endpoint, string? accessToken, Func<ValueTask<BackChannelRequest>> make, CancellationToken cancellationToken)
    {
        var prover = plan.IsProven ? (await context.GetBindingAsync(cancellationToken).ConfigureAwait(false))?.Prover : null;
        var sent = await SendOnceAsync(context, endpoint, accessToken, make, prover, cancellationToken).ConfigureAwait(false);
        return prover is not null && AsksForNonce(plan, sent.Reply)
            ? await SendOnceAsync(context, endpoint, accessToken, make, prover, cancellationToken).ConfigureAwait(false)
            : sent;
    }

    private static async ValueTask<(BackChannelRequest Request, BackChannelReply Reply)> SendOnceAsync(
        ProviderContext context,
        string endpoint,
        string? accessToken,
        Func<ValueTask<BackChannelRequest>> make,
        DPoPProver? prover,
        CancellationToken cancellationToken)
    {
        var request = await make().ConfigureAwait(false);
        if (prover is null)
        {
            return (request, await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }

        var address = new Uri(endpoint);
        request.Headers.Set("DPoP", prover.Prove(request.HttpMethod, address, accessToken));
        var reply = await context.BackChannel.SendAsync(request, cancellationToken).ConfigureAwait(false);
        prover.Remember(address, accessToken is not null, reply.DPoPNonce);
        return (request, reply);
    }

    /// <summary>Whether a reply refuses nothing but a proof without its nonce, and says which one it wants: in its body or in a challenge.</summary>
    private static bool AsksForNonce(MessagePlan plan, BackChannelReply reply) =>
        reply.DPoPNonce is not null
        && reply.Status is System.Net.HttpStatusCode.BadRequest or System.Net.HttpStatusCode.Unauthorized
        && ((ReplyReader.TryParse(reply.Body.Span, out var json, out _) && ReplyError.Read(plan, json, succeeded: false)?.Code == "use_dpop_nonce")
            || AuthenticationChallenge.Parse(reply.Challenges).Any(challenge => challenge.AsksForNonce));

    /// <summary>
    /// The reply as a JSON object, if it is a success. An error is one whatever the HTTP status says, and looked for before anything else.
    /// </summary>
    private static System.Text.Json.JsonElement ReadReply(
        ProviderContext context, MessagePlan plan, BackChannelRequest request, BackChannelReply reply)
    {
        var readable = ReplyReader.TryParse(reply.Body.Span, out var json, out var failure);
        var error = readable ? ReplyError.Read(plan, json, reply.IsSuccess) : null;
        if (!reply.IsSuccess && error?.Code is null)
        {
            error = ReplyError.Read(plan, reply.Challenges) ?? error;
        }

        if (error is not null)
        {
            throw WithChallenges(
                context.Errors.Stated(OAuthFailure.ErrorResponse, error, request.Secrets, request.ShownEndpoint, reply.Status, reply.RetryAfter), request, reply);
        }

        if (readable && reply.IsSuccess)
        {
            return json;
        }

        throw WithChallenges(Unusable(context, request, reply, reply.IsSuccess ? failure : OAuthFailure.UnexpectedStatus), request, reply);
    }

    /// <summary>The challenges of a refusal; those of a success mean nothing.</summary>
    private static OAuthException WithChallenges(OAuthException exception, BackChannelRequest request, BackChannelReply reply)
    {
        if (!reply.IsSuccess && reply.Challenges.Count > 0)
        {
            exception.Challenges = [.. AuthenticationChallenge.Parse(reply.Challenges).Select(challenge => challenge.Without(request.Secrets))];
        }

        return exception;
    }

    private static OAuthException Unusable(ProviderContext context, BackChannelRequest request, BackChannelReply reply, OAuthFailure failure)
    {
        var excerpt = Redactor.Clean(System.Text.Encoding.UTF8.GetString(reply.Body.Span), request.Secrets);
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
            transient: ProviderErrors.IsTransient(reply.Status) && !reply.HasUnreadableRetryAfter,
            retryAfter: reply.RetryAfter,
            excerpt: excerpt);
    }

    /// <summary>The scopes of a request, in the order: its own, its declaration's, the options', the provider's; with the one for offline access.</summary>
    private static IReadOnlyList<string> ScopesOf(ProviderContext context, MessagePlan plan, OAuthMethod method, IReadOnlyList<string>? requested)
    {
        var scopes = requested ?? (plan.StartsSignIn && method.Scopes.Length == 0 ? context.Options.Scopes ?? plan.Scopes : plan.Scopes);
        for (var i = 0; i < scopes.Count; i++)
        {
            if (!IsOneScope(scopes[i], plan.ScopeSeparator))
            {
                throw new ArgumentException($"'{scopes[i]}' is not one scope: state each scope as an entry of its own.");
            }
        }

        return plan.StartsSignIn && context.OfflineAccess && context.Declaration.Provider.OfflineAccessScope is { } offline && !scopes.Contains(offline)
            ? [.. scopes, offline]
            : scopes;
    }

    private static bool IsOneScope(string scope, char separator)
    {
        foreach (var character in scope)
        {
            if (character == separator || char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        return scope.Length > 0;
    }

    private static void AddAccess(MessageFields fields, MessagePlan plan, AccessRequest request, IReadOnlyList<string> scopes)
    {
        if (scopes.Count > 0)
        {
            fields.Add("scope", scopes.Count == 1 ? scopes[0] : string.Join(plan.ScopeSeparator == '+' ? ' ' : plan.ScopeSeparator, scopes));
        }

        for (var i = 0; i < request.Resources.Count; i++)
        {
            var resource = request.Resources[i];

            // Where the provider calls it something else it means something else: an audience need not be a URI.
            if (!plan.Renames("resource") && (!Uri.TryCreate(resource, UriKind.Absolute, out var uri) || uri.IsFile || resource.Contains('#', StringComparison.Ordinal)))
            {
                throw new ArgumentException($"'{Redactor.WithoutQuery(resource)}' is no resource: state an absolute URI without a fragment (RFC 8707 section 2).");
            }

            fields.Add("resource", resource);
        }

        fields.AddAll("audience", request.Audiences);
        if (request.AuthorizationDetails.Count > 0)
        {
            if (request.Additional.Items.Any(item => item.Key == "authorization_details"))
            {
                throw new ArgumentException("'authorization_details' is stated twice: by AuthorizationDetails and in Additional.", nameof(request));
            }

            fields.Add("authorization_details", AuthorizationDetail.ToJson(request.AuthorizationDetails));
        }

        fields.AddAll(request.Additional);
    }

    /// <summary>What the provider does not know it would refuse, and who reads that far?</summary>
    private static async ValueTask CheckAuthorizationDetailsAsync(ProviderContext context, AccessRequest request, CancellationToken cancellationToken)
    {
        if (request.AuthorizationDetails.Count == 0
            || (await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false))?.AuthorizationDetailsTypesSupported is not { } known)
        {
            return;
        }

        foreach (var detail in request.AuthorizationDetails)
        {
            if (!known.Contains(detail.Type))
            {
                throw context.Errors.Make(
                    OAuthFailure.UnsupportedAuthorizationDetail,
                    $"the provider does not know authorization details of the type '{detail.Type}'; it announces {Redactor.Clean(string.Join(", ", known), [])}");
            }
        }
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
