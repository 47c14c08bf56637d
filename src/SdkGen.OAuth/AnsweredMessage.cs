using System.Text;
using System.Text.Json;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A message that was sent, and what came back.</summary>
internal sealed class AnsweredMessage(ProviderContext context, MessagePlan plan, BackChannelRequest request, BackChannelReply reply)
{
    public BackChannelReply Reply { get; } = reply;

    /// <summary>
    /// The reply as a JSON object, if it is a success. An error is one whatever the HTTP status says, and looked for before anything else.
    /// </summary>
    /// <exception cref="OAuthException">It is none.</exception>
    public JsonElement ReadJson()
    {
        var readable = ReplyReader.TryParse(Reply.Body.Span, out var json, out var failure);
        var error = readable ? ReplyError.Read(plan, json, Reply.IsSuccess) : null;
        if (!Reply.IsSuccess && error?.Code is null)
        {
            error = ReplyError.Read(plan, Reply.Challenges) ?? error;
        }

        return error is not null ? throw WithChallenges(Stated(error))
            : readable && Reply.IsSuccess ? json
            : throw WithChallenges(Unreadable(Reply.IsSuccess ? failure : OAuthFailure.UnexpectedStatus));
    }

    /// <summary>Reads a reply that is not signed, where one is declared to be: only an error is one without a signature.</summary>
    /// <exception cref="OAuthException">It is an error, or there should have been a signature.</exception>
    public JsonElement ReadUnsigned(string[] declaredAlgorithms)
    {
        var json = ReadJson();
        return declaredAlgorithms.Length == 0
            ? json
            : throw Unusable(OAuthFailure.SignedMessageMissing, "with a reply that is not signed, although it is declared to be");
    }

    /// <summary>For endpoints whose success is the status alone: an error is one wherever the provider is declared to put it.</summary>
    /// <exception cref="OAuthException">The request was refused.</exception>
    public void RequireSuccess()
    {
        if (!Reply.IsSuccess)
        {
            ReadJson();
        }

        if (plan.ErrorCode is not null && ReplyReader.TryParse(Reply.Body.Span, out var json, out _) && ReplyError.Read(plan, json, succeeded: true) is { } error)
        {
            throw Stated(error);
        }
    }

    /// <summary>The failure of a reply of which a part may be shown.</summary>
    public OAuthException Unreadable(OAuthFailure failure)
    {
        var excerpt = Redactor.Clean(Encoding.UTF8.GetString(Reply.Body.Span), request.Secrets);
        var what = failure switch
        {
            OAuthFailure.DuplicateMember => "with a reply that states a member twice",
            OAuthFailure.UnexpectedStatus => "without an OAuth error",
            _ => "with something that is no OAuth reply",
        };
        return context.Errors.Make(
            failure,
            $"{request.ShownEndpoint} answered {(int)Reply.Status} {what}: {excerpt ?? "an empty body"}",
            request.ShownEndpoint,
            Reply.Status,
            transient: ProviderErrors.IsTransient(Reply.Status) && !Reply.HasUnreadableRetryAfter,
            retryAfter: Reply.RetryAfter,
            excerpt: excerpt);
    }

    /// <summary>The failure of a reply of which nothing is shown: it may hold tokens or secrets.</summary>
    /// <param name="failure">What is wrong.</param>
    /// <param name="what">The same in words: "with …", "without …".</param>
    public OAuthException Unusable(OAuthFailure failure, string what) => context.Errors.Make(
        failure, $"{request.ShownEndpoint} answered {(int)Reply.Status} {what}", request.ShownEndpoint, Reply.Status);

    private OAuthException Stated(ReplyError error) => context.Errors.Stated(
        OAuthFailure.ErrorResponse, error, request.Secrets, request.ShownEndpoint, Reply.Status, Reply.RetryAfter);

    /// <summary>The challenges of a refusal; those of a success mean nothing.</summary>
    private OAuthException WithChallenges(OAuthException exception)
    {
        if (!Reply.IsSuccess && Reply.Challenges.Count > 0)
        {
            exception.Challenges = [.. AuthenticationChallenge.Parse(Reply.Challenges).Select(challenge => challenge.Without(request.Secrets))];
        }

        return exception;
    }
}
