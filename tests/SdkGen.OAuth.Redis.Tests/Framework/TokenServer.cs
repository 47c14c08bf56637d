using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Redis.Tests;

/// <summary>
/// A token endpoint that counts. Its refresh tokens may be used once: the second use of one ends the session, as RFC 9700 section 4.14.2 has it.
/// </summary>
public sealed class TokenServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Lock _lock = new();
    private bool _isRevoked;

    public TokenServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapPost("/token", AnswerAsync);
    }

    public string Endpoint => _application.Urls.Single() + "/token";

    /// <summary>How often each refresh token was used.</summary>
    public ConcurrentDictionary<string, int> Uses { get; } = new();

    /// <summary>How often a client token was requested.</summary>
    public int ClientRequests { get; private set; }

    /// <summary>How often the user's tokens were refreshed.</summary>
    public int Generation { get; private set; }

    public Task StartAsync() => _application.StartAsync();

    /// <summary>Waits until the user's tokens were refreshed so often, or until nobody does so any more.</summary>
    public async Task ReachAsync(int generation, Task running)
    {
        while (Generation < generation && !running.IsCompleted)
        {
            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] == "client_credentials")
        {
            lock (_lock)
            {
                ClientRequests++;
            }

            // Long enough that whoever does not wait for it asks too.
            await Task.Delay(300);
            return Tokens($"client-{ClientRequests}", null);
        }

        var refreshToken = form["refresh_token"].ToString();
        lock (_lock)
        {
            var isFirst = Uses.AddOrUpdate(refreshToken, 1, (_, uses) => uses + 1) == 1;
            _isRevoked |= !isFirst || refreshToken != $"refresh-{Generation}";
            if (_isRevoked)
            {
                return Results.Json(new Dictionary<string, string> { ["error"] = "invalid_grant" }, statusCode: 400);
            }

            Generation++;
            return Tokens($"access-{Generation}", $"refresh-{Generation}");
        }
    }

    private static IResult Tokens(string accessToken, string? refreshToken) => Results.Json(new Dictionary<string, object?>
    {
        ["access_token"] = accessToken,
        ["token_type"] = "Bearer",
        ["expires_in"] = 3600,
        ["refresh_token"] = refreshToken,
    });
}
