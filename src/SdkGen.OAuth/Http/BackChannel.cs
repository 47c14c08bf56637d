using System.Globalization;
using Refit;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Http;

/// <summary>
/// The way to the provider's endpoints. It is the library's own, whatever defaults an application gives its HTTP clients: a code, a refresh
/// token or an assertion is sent once, redirects are refused, bodies are bounded, and the time limit covers the whole exchange.
/// </summary>
internal sealed class BackChannel : IDisposable
{
    private static readonly Lazy<SocketsHttpHandler> Shared = new(BackChannelHandler.CreateDefault);
    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly HttpClient _http;
    private readonly IProtocolEndpoint _endpoint;
    private readonly ProviderErrors _errors;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _timeout;
    private readonly int _maxResponseBytes;
    private Uri? _address;

    public BackChannel(OAuthClientOptions options, ProviderErrors errors, TimeProvider timeProvider, HttpMessageHandler? handler)
    {
        _errors = errors;
        _timeProvider = timeProvider;
        _timeout = options.BackchannelTimeout;
        _maxResponseBytes = options.MaxResponseBytes;
        _http = new HttpClient(handler is null ? Shared.Value : BackChannelHandler.WithoutRedirects(handler, errors), disposeHandler: false)
        {
            // Refit wants a base address, and never uses it: every call states its URL.
            BaseAddress = new Uri("https://localhost"),
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "SdkGen.OAuth/1.0");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", BackChannelRequest.Json);
        _endpoint = RestService.ForGenerated<IProtocolEndpoint>(_http);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Sends a request, once.</summary>
    /// <exception cref="OAuthException">There was no reply, or one that may not be read: a redirect, or too large.</exception>
    public async ValueTask<BackChannelReply> SendAsync(BackChannelRequest request, CancellationToken cancellationToken)
    {
        var address = AddressOf(request);
        var exchange = Exchange.Begin(_errors.Provider, request, address, _errors.Logger);
        try
        {
            var reply = await SendOnceAsync(request, address, cancellationToken).ConfigureAwait(false);
            exchange.Answered(reply.Status);
            return reply;
        }
        catch (OAuthException exception)
        {
            exchange.Failed(exception);
            throw;
        }
        finally
        {
            exchange.End();
        }
    }

    private async ValueTask<BackChannelReply> SendOnceAsync(BackChannelRequest request, Uri address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _timeProvider);
        using var stopped = cancellationToken.UnsafeRegister(static timeout => ((CancellationTokenSource)timeout!).Cancel(), timeout);
        try
        {
            using var response = await DispatchAsync(request, address, timeout.Token).ConfigureAwait(false);
            return await ReadAsync(request, address, response, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (Cause(exception) is OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw _errors.Make(
                OAuthFailure.Timeout,
                string.Create(CultureInfo.InvariantCulture, $"{request.ShownEndpoint} did not answer within {_timeout.TotalSeconds} seconds"),
                request.ShownEndpoint,
                transient: true);
        }
        catch (Exception exception) when (exception is not OAuthException)
        {
            // Most often the network; but the handler may be the application's, and throw whatever it likes.
            var cause = Cause(exception);
            throw cause as OAuthException ?? _errors.Make(
                OAuthFailure.ConnectionFailed,
                $"{request.ShownEndpoint} could not be reached: {Redactor.Clean(cause.Message, request.Secrets)?.TrimEnd('.')}",
                request.ShownEndpoint,
                inner: Redactor.Shows(cause, request.Secrets) ? null : cause,
                transient: cause is not (ArgumentException or InvalidOperationException or NotSupportedException));
        }
    }

    /// <summary>
    /// Fetches a public document: metadata or keys. To ask again does no harm, so a first failure of the connection or the server is
    /// tried a second time.
    /// </summary>
    public async Task<BackChannelReply> FetchAsync(string address, OAuthFailure failure, CancellationToken cancellationToken)
    {
        if (!UrlTemplate.IsSecure(address))
        {
            throw _errors.Make(failure, $"'{Redactor.WithoutQuery(address)}' is not an absolute https URL", address);
        }

        var request = new BackChannelRequest
        {
            Endpoint = address,
            Message = failure == OAuthFailure.KeysUnavailable ? "keys" : "metadata",
            HttpMethod = "GET",
        };
        try
        {
            var reply = await SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!ProviderErrors.IsTransient(reply.Status))
            {
                return reply;
            }
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.ConnectionFailed)
        {
            // Said again by the second attempt, if it is still true.
        }

        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refit wraps what went wrong together with the request, credentials and all: only the cause goes on.</summary>
    private static Exception Cause(Exception exception) => exception is ApiRequestException { InnerException: { } cause } ? cause : exception;

    /// <summary>The endpoint of a request, parsed: most clients send one message over and over. One that holds a token is not kept.</summary>
    private Uri AddressOf(BackChannelRequest request)
    {
        if (_address is { } known && known.OriginalString == request.Endpoint)
        {
            return known;
        }

        var address = new Uri(request.Endpoint);
        if (!request.HidesEndpoint)
        {
            _address = address;
        }

        return address;
    }

    private Task<HttpResponseMessage> DispatchAsync(BackChannelRequest request, Uri address, CancellationToken cancellationToken)
    {
        var text = FormEncoding.AppendQuery(request.Endpoint, request.Query);
        text = request.HttpMethod == "GET" || request.Body == RequestBody.Query ? FormEncoding.AppendQuery(text, request.Fields) : text;
        var url = ReferenceEquals(text, request.Endpoint) ? address : new Uri(text);
        var headers = HeadersOf(request);

        return request.HttpMethod switch
        {
            // Without a body, a request whose connection was closed is sent again on another one: four times, code and all.
            "GET" when request.Fields.Count > 0 => _endpoint.GetOnceAsync(url, new ByteArrayContent([]), headers, cancellationToken),
            "GET" => _endpoint.GetAsync(url, headers, cancellationToken),
            "DELETE" => _endpoint.DeleteAsync(url, Content(), headers, cancellationToken),
            "PUT" => _endpoint.PutAsync(url, Content(), headers, cancellationToken),
            _ => _endpoint.PostAsync(url, Content(), headers, cancellationToken),
        };

        HttpContent Content() => request.Document is { } document ? RequestContent.Json(document) : RequestContent.Create(request.Body, request.Fields);
    }

    /// <summary>The headers of a request, but for those that all requests have.</summary>
    private static Dictionary<string, string> HeadersOf(BackChannelRequest request)
    {
        if (request.Headers.Count == 0 && request.Accept == BackChannelRequest.Json)
        {
            return NoHeaders;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = request.Accept };
        foreach (var (name, value) in request.Headers)
        {
            headers[name] = value;
        }

        return headers;
    }

    private async ValueTask<BackChannelReply> ReadAsync(
        BackChannelRequest request, Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = response.StatusCode;
        if ((int)status is >= 300 and <= 399)
        {
            throw _errors.Make(
                OAuthFailure.RedirectRefused,
                $"{request.ShownEndpoint} answered {(int)status}, a redirect, which is never followed: what was sent is not for another address. "
                + "Declare the address that the endpoint really has",
                request.ShownEndpoint,
                status);
        }

        if (response.RequestMessage?.RequestUri is { } reached && !IsSameEndpoint(reached, address))
        {
            throw _errors.Make(
                OAuthFailure.RedirectRefused,
                $"the application's own HTTP handler followed a redirect of {request.ShownEndpoint}. Switch that off in the handler",
                request.ShownEndpoint,
                status);
        }

        var body = await ReadBodyAsync(request, response, cancellationToken).ConfigureAwait(false);
        return new(status, body, _timeProvider.GetUtcNow(), RetryAfter(response))
        {
            DPoPNonce = DPoPNonces.Read(response),
            ContentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) && types.Count == 1 ? types.ToString() : null,
            HasUnreadableRetryAfter = response.Headers.RetryAfter is null && response.Headers.NonValidated.Contains("Retry-After"),
            Challenges = response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var challenges) ? [.. challenges] : [],
        };
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(BackChannelRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stated = response.Content.Headers.ContentLength;
        if (stated > _maxResponseBytes)
        {
            throw TooLarge(request, response);
        }

        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[(stated ?? Math.Min(1024, _maxResponseBytes)) + 1];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            length += read;
            if (length > _maxResponseBytes)
            {
                throw TooLarge(request, response);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, _maxResponseBytes + 1L));
            }
        }
    }

    private OAuthException TooLarge(BackChannelRequest request, HttpResponseMessage response) => _errors.Make(
        OAuthFailure.ResponseTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"{request.ShownEndpoint} answered with more than {_maxResponseBytes} bytes (MaxResponseBytes)"),
        request.ShownEndpoint,
        response.StatusCode);

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > _timeProvider.GetUtcNow() ? date - _timeProvider.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static bool IsSameEndpoint(Uri reached, Uri address) =>
        reached.OriginalString == address.OriginalString || Uri.Compare(
            reached,
            address,
            UriComponents.SchemeAndServer | UriComponents.Path,
            UriFormat.UriEscaped,
            StringComparison.OrdinalIgnoreCase) == 0;
}
