using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SdkGen.OAuth.Hosting;

namespace SdkGen.OAuth.Protocol;

/// <summary>Makes the exceptions of one provider, and logs that it has: each says who, what, where, and by which section of which RFC.</summary>
internal sealed class ProviderErrors(string provider, ILogger? logger = null)
{
    /// <summary>Whose exceptions these are.</summary>
    public string Provider { get; } = provider;

    /// <summary>Where they are logged.</summary>
    public ILogger Logger { get; } = logger ?? NullLogger.Instance;

    /// <summary>The name of a provider: that of its interface without the <c>I</c>.</summary>
    public static string NameOf(Type provider) =>
        provider.Name is ['I', var second, ..] name && char.IsLetter(second) && !char.IsLower(second) ? name[1..] : provider.Name;

    /// <summary>A failure that is no reply of the provider.</summary>
    /// <param name="failure">The check that failed.</param>
    /// <param name="detail">A sentence for the developer, without its full stop, that says what to do if it is not plain.</param>
    /// <param name="endpoint">The URL that was called.</param>
    /// <param name="status">The status of the reply.</param>
    /// <param name="inner">The cause, if it holds no secret.</param>
    /// <param name="transient">Whether the same call may succeed later.</param>
    /// <param name="retryAfter">How long the provider asks to wait.</param>
    /// <param name="excerpt">The beginning of the reply, cleaned.</param>
    public OAuthException Make(
        OAuthFailure failure,
        string detail,
        string? endpoint = null,
        HttpStatusCode? status = null,
        Exception? inner = null,
        bool transient = false,
        TimeSpan? retryAfter = null,
        string? excerpt = null)
    {
        var section = FailureSections.Of(failure);
        Log(failure, endpoint, status, null);
        return new(failure, $"{Provider}: {detail}{(section is null ? "" : $" ({section})")}.", inner)
        {
            Provider = Provider,
            Endpoint = endpoint is null ? null : Redactor.WithoutQuery(endpoint),
            StatusCode = status,
            IsTransient = transient,
            RetryAfter = retryAfter,
            ResponseExcerpt = excerpt,
        };
    }

    /// <summary>An error that the provider stated.</summary>
    /// <param name="failure">Where it stated it.</param>
    /// <param name="error">What it stated.</param>
    /// <param name="secrets">The secrets that the request carried.</param>
    /// <param name="endpoint">The URL that was called, if one was.</param>
    /// <param name="status">The status of the reply, if there was one.</param>
    /// <param name="retryAfter">How long the provider asks to wait.</param>
    public OAuthException Stated(
        OAuthFailure failure,
        ReplyError error,
        IReadOnlyCollection<string?> secrets,
        string? endpoint = null,
        HttpStatusCode? status = null,
        TimeSpan? retryAfter = null)
    {
        var code = Clean(error.Code, 100);
        var description = Clean(error.Description, 1000);
        var hint = Clean(error.Hint, 1000);
        var where = endpoint is null ? "the authorization response says" : $"{Redactor.WithoutQuery(endpoint)} answered {(int?)status}";
        var section = FailureSections.Of(failure);
        var text = $"{Provider}: {where} '{code ?? "an error without a code"}'"
            + (description is null ? "" : $": {description.TrimEnd('.')}")
            + (hint is null ? "" : $" [{hint.TrimEnd('.')}]")
            + $" ({section}).";
        Log(failure, endpoint, status, code);
        return new(failure, text)
        {
            Provider = Provider,
            Endpoint = endpoint is null ? null : Redactor.WithoutQuery(endpoint),
            StatusCode = status,
            Error = code,
            ErrorDescription = description,
            ErrorUri = Clean(error.Uri, 1000),
            ErrorHint = hint,
            ErrorDebug = Clean(error.Debug, 1000),
            RetryAfter = retryAfter,
            IsTransient = IsTransient(status)
                || code is "temporarily_unavailable" or "server_error" or "authorization_pending" or "slow_down",
        };

        string? Clean(string? value, int maxLength) => Redactor.Clean(value, secrets, maxLength);
    }

    /// <summary>Whether a status is one that passes: too many requests, or a server that is overloaded or being restarted.</summary>
    public static bool IsTransient(HttpStatusCode? status) => status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
        and not HttpStatusCode.NotImplemented;

    private void Log(OAuthFailure failure, string? endpoint, HttpStatusCode? status, string? error)
    {
        if (error is "authorization_pending" or "slow_down")
        {
            OAuthLog.Pending(Logger, Provider, error);
        }
        else
        {
            OAuthLog.Failed(Logger, Provider, failure, Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) ? uri.Host : null, (int?)status, error);
        }
    }
}
