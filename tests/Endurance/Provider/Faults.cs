using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SdkGen.Endurance.Provider;

/// <summary>What goes wrong between the application and the provider, by chance and by seed.</summary>
internal sealed class Faults(int seed, TimeProvider clock, Verdict verdict)
{
    /// <summary>Set for a request whose reply is lost after the provider has done what was asked.</summary>
    public const string LosesReply = "loses-reply";

    private static readonly string[] Kinds = ["500", "429", "HTML", "truncated JSON", "reset", "timeout", "lost reply", "slow"];

    private readonly Random _random = new(seed);

    /// <summary>How many of a thousand requests fail.</summary>
    public int PerThousand { get; set; }

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path == "/authorize" || Pick() is not { } kind)
        {
            await next(http);
            return;
        }

        // A worker has nobody who would try again after a reply that is none; and what an API answers is for the application to read.
        var isForLibrary = http.Request.Path != "/api" && !EnduranceProvider.IsWorker(http.Request);
        kind = kind is "HTML" or "truncated JSON" && !isForLibrary ? "500" : kind;
        verdict.Count($"fault: {kind}");
        switch (kind)
        {
            case "500":
                http.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
                break;
            case "429":
                http.Response.StatusCode = (int)HttpStatusCode.TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                break;
            case "HTML":
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<!doctype html><title>Back soon</title>");
                break;
            case "truncated JSON":
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("{\"access_token\":\"at");
                break;
            case "timeout":
                // Longer than the client waits. Whoever has left is not served any more.
                await Task.Delay(TimeSpan.FromSeconds(10), clock, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                http.Abort();
                break;
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(1), clock, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await next(http);
                break;
            case "lost reply":
                http.Items[LosesReply] = true;
                http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
                await next(http);
                http.Abort();
                break;
            default:
                http.Abort();
                break;
        }
    }

    private string? Pick()
    {
        lock (_random)
        {
            return _random.Next(1000) < PerThousand ? Kinds[_random.Next(Kinds.Length)] : null;
        }
    }
}
