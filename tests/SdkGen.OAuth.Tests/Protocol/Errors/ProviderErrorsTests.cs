using System.Net;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>How an error reads: who, what, where, and by which section; in the exception and in the log.</summary>
public sealed class ProviderErrorsTests : ILogger
{
    private const string Endpoint = "https://user@id.example.com/token?x=1#y";

    private readonly List<(int Id, string Text)> _log = [];

    [Theory]
    [InlineData("invalid_grant", "It is gone.", "Sign in again.", "https://id.example.com/token answered 400 'invalid_grant': It is gone [Sign in again]")]
    [InlineData("invalid_grant", "It is gone", null, "https://id.example.com/token answered 400 'invalid_grant': It is gone")]
    [InlineData("invalid_grant", null, "Sign in again", "https://id.example.com/token answered 400 'invalid_grant' [Sign in again]")]
    [InlineData("invalid_grant", null, null, "https://id.example.com/token answered 400 'invalid_grant'")]
    [InlineData(null, "It is gone", null, "https://id.example.com/token answered 400 'an error without a code': It is gone")]
    public void What_a_provider_answered_is_said_in_one_sentence(string? code, string? description, string? hint, string text)
    {
        var exception = new ProviderErrors("Idp").Stated(
            OAuthFailure.ErrorResponse, new(code, description, null, hint, null), [], Endpoint, HttpStatusCode.BadRequest);

        Assert.Equal($"Idp: {text} (RFC 6749 section 5.2).", exception.Message);
        Assert.Equal(("Idp", "https://id.example.com/token"), (exception.Provider, exception.Endpoint));
    }

    [Fact]
    public void What_came_through_the_browser_has_no_address()
    {
        var exception = new ProviderErrors("Idp").Stated(OAuthFailure.AuthorizationError, new("access_denied", "The user refused.", null, null, null), []);

        Assert.Equal("Idp: the authorization response says 'access_denied': The user refused (RFC 6749 section 4.1.2.1).", exception.Message);
        Assert.Null(exception.Endpoint);
    }

    [Theory]
    [InlineData(OAuthFailure.StateMissing, "Idp: something is wrong (RFC 6749 section 10.12).")]
    [InlineData(OAuthFailure.InvalidConfiguration, "Idp: something is wrong.")]
    public void A_failure_names_its_section_if_it_has_one(OAuthFailure failure, string text) =>
        Assert.Equal(text, new ProviderErrors("Idp").Make(failure, "something is wrong").Message);

    [Theory]
    [InlineData("temporarily_unavailable", HttpStatusCode.BadRequest, true)]
    [InlineData("server_error", HttpStatusCode.BadRequest, true)]
    [InlineData("authorization_pending", HttpStatusCode.BadRequest, true)]
    [InlineData("slow_down", HttpStatusCode.BadRequest, true)]
    [InlineData("invalid_grant", HttpStatusCode.BadRequest, false)]
    [InlineData("invalid_grant", HttpStatusCode.RequestTimeout, true)]
    [InlineData("invalid_grant", HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(null, HttpStatusCode.TooManyRequests, true)]
    [InlineData("server_error", null, true)]
    [InlineData("access_denied", null, false)]
    public void An_error_may_pass_by_its_code_or_by_the_status(string? code, HttpStatusCode? status, bool isTransient) =>
        Assert.Equal(isTransient, new ProviderErrors("Idp").Stated(OAuthFailure.ErrorResponse, new(code, null, null, null, null), [], Endpoint, status).IsTransient);

    [Theory]
    [InlineData("invalid_grant", 11, "Idp: ErrorResponse at id.example.com, status 400, error invalid_grant")]
    [InlineData(null, 11, "Idp: ErrorResponse at id.example.com, status 400, error (null)")]
    [InlineData("authorization_pending", 12, "Idp: the user has not answered yet: authorization_pending")]
    [InlineData("slow_down", 12, "Idp: the user has not answered yet: slow_down")]
    public void An_error_of_the_provider_is_logged_once_and_a_user_who_takes_their_time_is_none(string? code, int id, string text)
    {
        new ProviderErrors("Idp", this).Stated(OAuthFailure.ErrorResponse, new(code, "personal", null, null, null), [], Endpoint, HttpStatusCode.BadRequest);

        Assert.Equal([(id, text)], _log);
    }

    [Theory]
    [InlineData(Endpoint, "id.example.com")]
    [InlineData(null, "(null)")]
    [InlineData("no address", "(null)")]
    public void A_failure_of_a_check_is_logged_once(string? endpoint, string host)
    {
        new ProviderErrors("Idp", this).Make(OAuthFailure.UnreadableResponse, "personal", endpoint, HttpStatusCode.OK);

        Assert.Equal([(11, $"Idp: UnreadableResponse at {host}, status 200, error (null)")], _log);
    }

    [Theory]
    [InlineData(typeof(IIdp), "Idp")]
    [InlineData(typeof(IDisposable), "Disposable")]
    [InlineData(typeof(IntPtr), "IntPtr")]
    [InlineData(typeof(string), "String")]
    public void A_provider_is_called_by_its_interface_without_the_I(Type type, string name) => Assert.Equal(name, ProviderErrors.NameOf(type));

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _log.Add((eventId.Id, formatter(state, exception)));
}
