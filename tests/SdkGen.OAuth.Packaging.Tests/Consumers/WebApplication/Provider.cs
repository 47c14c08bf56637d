namespace WebApplication;

/// <summary>A provider on this machine, whose user is always signed in. Its access tokens live for a second.</summary>
internal static class Provider
{
    public static async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var tokens = 0;
        app.MapGet("/.well-known/openid-configuration", () => Json($$"""
            {
              "issuer": "{{app.Urls.Single()}}",
              "authorization_endpoint": "{{app.Urls.Single()}}/authorize",
              "token_endpoint": "{{app.Urls.Single()}}/token",
              "userinfo_endpoint": "{{app.Urls.Single()}}/me"
            }
            """));
        app.MapGet("/authorize", (HttpRequest request) => Results.Redirect($"{request.Query["redirect_uri"]}?code=c&state={request.Query["state"]}"));
        app.MapPost("/token", () => Json(
            $$"""{"access_token":"at-{{++tokens}}","refresh_token":"rt-{{tokens}}","token_type":"Bearer","expires_in":1,"scope":"profile offline_access"}"""));
        app.MapGet("/me", () => Json("""{"sub":"42","name":"Alice Adams"}"""));
        app.MapGet("/api", (HttpRequest request) => request.Headers.Authorization.ToString());
        await app.StartAsync();
        return app;
    }

    private static IResult Json(string text) => Results.Text(text, "application/json");
}
