using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Hosting;

/// <summary>One request to a provider, as it is traced, measured and logged.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly string _provider;
    private readonly BackChannelRequest _request;
    private readonly string _host;
    private readonly ILogger _logger;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _activity;
    private HttpStatusCode? _status;
    private string? _error;

    private Exchange(string provider, BackChannelRequest request, ILogger logger)
    {
        _provider = provider;
        _request = request;
        _logger = logger;
        var endpoint = new Uri(request.Endpoint);
        _host = endpoint.Host;
        _activity = OAuthTelemetry.Source.StartActivity("oauth.client.request", ActivityKind.Client);
        if (_activity is not null)
        {
            _activity.DisplayName = $"oauth {request.Message}";
            _activity.SetTag("oauth.provider", provider);
            _activity.SetTag("oauth.message", request.Message);
            _activity.SetTag("server.address", _host);
            _activity.SetTag("server.port", endpoint.Port);
        }
    }

    public static Exchange Begin(string provider, BackChannelRequest request, ILogger logger) => new(provider, request, logger);

    /// <summary>The provider has answered. A status of failure is one, whatever the body says.</summary>
    public void Answered(HttpStatusCode status)
    {
        _status = status;
        _error = (int)status >= 400 ? ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>There was no answer that could be read.</summary>
    public void Failed(OAuthException exception)
    {
        _status = exception.StatusCode;
        _error = exception.Failure.ToString();
    }

    public void Dispose()
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        var tags = new TagList
        {
            { "oauth.provider", _provider },
            { "oauth.message", _request.Message },
            { "server.address", _host },
        };
        if (_status is { } status)
        {
            tags.Add("http.response.status_code", (int)status);
            _activity?.SetTag("http.response.status_code", (int)status);
        }

        if (_error is not null)
        {
            tags.Add("error.type", _error);
            _activity?.SetTag("error.type", _error);
            _activity?.SetStatus(ActivityStatusCode.Error);
        }

        OAuthTelemetry.RequestDuration.Record(elapsed.TotalSeconds, tags);
        OAuthLog.RequestSent(_logger, _provider, _request.Message, _host, (int?)_status, _error, (long)elapsed.TotalMilliseconds);
        _activity?.Dispose();
    }
}
