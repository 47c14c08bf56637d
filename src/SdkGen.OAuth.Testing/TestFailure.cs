using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Testing.Http;

namespace SdkGen.OAuth.Testing;

/// <summary>Something that goes wrong at an endpoint instead of its reply: <see cref="TestAuthorizationServer.FailNext"/>.</summary>
public sealed class TestFailure
{
    private const string Page = "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We will be back soon.</h1></body></html>";

    private readonly string _name;
    private readonly Func<HttpContext, ServerClock, Task> _act;

    private TestFailure(string name, Func<HttpContext, ServerClock, Task> act, bool answersAfterwards = false)
    {
        _name = name;
        _act = act;
        AnswersAfterwards = answersAfterwards;
    }

    /// <summary>Whether the endpoint answers after all.</summary>
    internal bool AnswersAfterwards { get; }

    /// <summary>A status without a body.</summary>
    /// <param name="status">The status.</param>
    /// <param name="retryAfter"><c>Retry-After</c>, in whole seconds (RFC 9110 section 10.2.3); <see langword="null"/> leaves it out.</param>
    /// <returns>The failure.</returns>
    public static TestFailure Status(HttpStatusCode status, TimeSpan? retryAfter = null) => new($"Status {(int)status}", (context, _) =>
    {
        context.Response.StatusCode = (int)status;
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    });

    /// <summary>A web page where JSON is expected, as a proxy or a captive portal sends it.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The failure.</returns>
    public static TestFailure Html(HttpStatusCode status = HttpStatusCode.OK) => Body(status, "text/html; charset=utf-8", Page);

    /// <summary>An OAuth error (RFC 6749 section 5.2).</summary>
    /// <param name="error">The error code, such as <c>slow_down</c>.</param>
    /// <param name="status">The status.</param>
    /// <returns>The failure.</returns>
    public static TestFailure OAuthError(string error, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return Body(status, "application/json", new System.Text.Json.Nodes.JsonObject { ["error"] = error }.ToJsonString());
    }

    /// <summary>A token that the API takes no longer: 401 and <c>WWW-Authenticate: Bearer error="invalid_token"</c> (RFC 6750 section 3.1).</summary>
    /// <returns>The failure.</returns>
    public static TestFailure InvalidToken() => new("InvalidToken", (context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    });

    /// <summary>
    /// A challenge of the API: <c>Bearer error="insufficient_scope", scope="orders"</c> (RFC 6750 section 3.1), or
    /// <c>Bearer error="insufficient_user_authentication", max_age="60"</c> (RFC 9470 section 3).
    /// </summary>
    /// <param name="challenge">The value of <c>WWW-Authenticate</c>.</param>
    /// <param name="status">The status.</param>
    /// <returns>The failure.</returns>
    public static TestFailure Challenge(string challenge, HttpStatusCode status = HttpStatusCode.Unauthorized)
    {
        ArgumentException.ThrowIfNullOrEmpty(challenge);
        return new($"Challenge {(int)status}", (context, _) =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.Headers.WWWAuthenticate = challenge;
            return Task.CompletedTask;
        });
    }

    /// <summary>A reply of the test's own.</summary>
    /// <param name="status">The status.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="body">The body, sent as UTF-8.</param>
    /// <returns>The failure.</returns>
    public static TestFailure Body(HttpStatusCode status, string contentType, string body)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        ArgumentNullException.ThrowIfNull(body);
        return new($"Body {(int)status} {contentType}", (context, _) =>
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            context.Response.StatusCode = (int)status;
            context.Response.ContentType = contentType;
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
        });
    }

    /// <summary>The right reply, but late.</summary>
    /// <param name="delay">How long the endpoint waits, by the clock of the options, before it does its work.</param>
    /// <returns>The failure.</returns>
    public static TestFailure Slow(TimeSpan delay) =>
        new($"Slow {delay}", (context, clock) => clock.WaitAsync(delay, context.RequestAborted), answersAfterwards: true);

    /// <summary>A redirect to somewhere else.</summary>
    /// <param name="location"><c>Location</c>, absolute or relative.</param>
    /// <param name="status">The status; 307 and 308 ask for the body to be sent again.</param>
    /// <returns>The failure.</returns>
    public static TestFailure Redirect(Uri location, HttpStatusCode status = HttpStatusCode.TemporaryRedirect)
    {
        ArgumentNullException.ThrowIfNull(location);
        return new($"Redirect {(int)status}", (context, _) =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.Headers.Location = location.OriginalString;
            return Task.CompletedTask;
        });
    }

    /// <summary>A success whose JSON breaks off in the middle.</summary>
    /// <returns>The failure.</returns>
    public static TestFailure TruncatedJson() => Body(HttpStatusCode.OK, "application/json", """{"token_type":"Bearer","expires_in":36""");

    /// <summary>No reply: the connection breaks. In memory the client sees an <see cref="HttpRequestException"/>, as it does on a socket.</summary>
    /// <returns>The failure.</returns>
    public static TestFailure Disconnect() => new("Disconnect", (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>A JSON object of that size, sent without its length.</summary>
    /// <param name="bytes">The size of the body, in bytes; at least 16.</param>
    /// <returns>The failure.</returns>
    public static TestFailure Huge(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 16);
        return new($"Huge {bytes}", (context, _) => PaddedReply.WriteAsync(context, bytes));
    }

    /// <summary>What goes wrong.</summary>
    /// <returns>The kind of failure.</returns>
    public override string ToString() => _name;

    internal Task ActAsync(HttpContext context, ServerClock clock) => _act(context, clock);
}
