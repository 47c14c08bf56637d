using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Hosting;

/// <summary>One request to a provider, as it is traced, measured and logged.</summary>
internal struct Exchange
{
    private readonly string _provider;
    private readonly BackChannelRequest _request;
    private readonly Uri _address;
    private readonly ILogger _logger;
    private readonly long _started;
    private readonly Activity? _activity;
    private HttpStatusCode? _status;
    private string? _error;

    private Exchange(string provider, BackChannelRequest request, Uri address, ILogger logger)
    {
        _provider = provider;
        _request = request;
        _logger = logger;
        _started = Stopwatch.GetTimestamp();
        _address = address;
        _activity = OAuthTelemetry.Source.StartActivity("oauth.client.request", ActivityKind.Client);
        if (_activity is not null)
        {
            _activity.DisplayName = $"oauth {request.Message}";
            _activity.SetTag("oauth.provider", provider);
            _activity.SetTag("oauth.message", request.Message);
            _activity.SetTag("server.address", address.Host);
            _activity.SetTag("server.port", address.Port);
        }
    }

    /// <param name="provider">The provider.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="address">The endpoint, parsed.</param>
    /// <param name="logger">Where it is logged.</param>
    public static Exchange Begin(string provider, BackChannelRequest request, Uri address, ILogger logger) => new(provider, request, address, logger);

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

    /// <summary>The request is over, whatever came of it.</summary>
    public readonly void End()
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        if (OAuthTelemetry.RequestDuration.Enabled)
        {
            Record(elapsed);
        }

        OAuthLog.RequestSent(_logger, _provider, _request.Message, _address.Host, (int?)_status, _error, (long)elapsed.TotalMilliseconds);
        if (_activity is not null)
        {
            End(_activity);
        }
    }

    private readonly void Record(TimeSpan elapsed)
    {
        var tags = new TagList
        {
            { "oauth.provider", _provider },
            { "oauth.message", _request.Message },
            { "server.address", _address.Host },
        };
        if (_status is { } status)
        {
            tags.Add("http.response.status_code", (int)status);
        }

        if (_error is not null)
        {
            tags.Add("error.type", _error);
        }

        OAuthTelemetry.RequestDuration.Record(elapsed.TotalSeconds, tags);
    }

    private readonly void End(Activity activity)
    {
        if (_status is { } status)
        {
            activity.SetTag("http.response.status_code", (int)status);
        }

        if (_error is not null)
        {
            activity.SetTag("error.type", _error);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }
}
