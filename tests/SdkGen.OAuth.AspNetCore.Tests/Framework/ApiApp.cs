using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests;

/// <summary>The API of the test server, as an application declares it for Refit.</summary>
internal interface IApi
{
    [Get("/api/me")]
    Task<string> GetAsync(CancellationToken cancellationToken = default);

    [Get("/api/me")]
    Task<string> GetForAsync([Property(OAuthUser.PropertyName)] System.Security.Claims.ClaimsPrincipal user, CancellationToken cancellationToken = default);
}

/// <summary>An application that calls an API for its users.</summary>
internal static class ApiApp
{
    public static Task<WebApp> StartAsync(
        TestAuthorizationServer server, bool onServer, TimeProvider? clock = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null) =>
        SchemeApp.StartAsync(
            server,
            services: collection =>
            {
                if (clock is not null)
                {
                    collection.AddSingleton(clock);
                }

                if (onServer)
                {
                    collection.AddDistributedMemoryCache();
                    collection.AddServerSideUserTokens();
                }

                AddApi(collection.AddRefitGeneratedClient<IApi>(), server).AddUserAccessToken<IAcme>();
                AddApi(collection.AddHttpClient("blue"), server).AddUserAccessToken<IAcme>(request => request with { Resources = ["https://blue.example"] });
                AddApi(collection.AddHttpClient("red"), server).AddUserAccessToken<IAcme>(request => request with { Resources = ["https://red.example"] });
                services?.Invoke(collection);
            },
            map: app =>
            {
                app.MapGet("/api", (RequestDelegate)(http => AnswerAsync(http, async () =>
                    await http.RequestServices.GetRequiredService<IApi>().GetAsync(http.RequestAborted))));
                app.MapGet("/token", (RequestDelegate)(http => AnswerAsync(http, async () =>
                    (await http.RequestServices.GetUserTokenAsync<IAcme>(http.User, cancellationToken: http.RequestAborted)).AccessToken)));
                app.MapGet("/token/{client}", (RequestDelegate)(http => AnswerAsync(http, async () =>
                {
                    var resource = $"https://{http.Request.RouteValues["client"]}.example";
                    var token = await http.RequestServices.GetUserTokenAsync<IAcme>(http.User, new() { Resources = [resource] }, cancellationToken: http.RequestAborted);
                    return token.AccessToken;
                })));
                map?.Invoke(app);
            });

    public static IHttpClientBuilder AddApi(IHttpClientBuilder client, TestAuthorizationServer server) => client
        .ConfigureHttpClient(http => http.BaseAddress = server.BaseAddress)
        .ConfigurePrimaryHttpMessageHandler(server.CreateHandler);

    /// <summary>What a call brings, or the failure it ends in.</summary>
    public static async Task AnswerAsync(HttpContext http, Func<ValueTask<string>> call)
    {
        string answer;
        try
        {
            answer = await call();
        }
        catch (Exception exception) when ((exception as OAuthException ?? exception.InnerException) is OAuthException)
        {
            // Refit wraps what its handlers throw.
            answer = "failed: " + (exception as OAuthException ?? (OAuthException)exception.InnerException!).Failure;
        }

        await http.Response.WriteAsync(answer);
    }
}
