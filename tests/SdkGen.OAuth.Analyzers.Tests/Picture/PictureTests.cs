using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Picture;

/// <summary>The picture of the front page is drawn from what the analyzers really say of its code, and from what the fix really makes of it.</summary>
public sealed class PictureTests
{
    /// <summary>As people paste it together: a callback that is never compared with anything, and a secret in the source.</summary>
    private const string Code = """
        public sealed class SignIn(HttpClient http, IConfiguration configuration, ILogger<SignIn> log)
        {
            public async Task<string> CallbackAsync(HttpRequest request)
            {
                string code = request.Query["code"];
                var reply = await http.PostAsync("https://login.acme.example/token", new FormUrlEncodedContent(
                [
                    new("grant_type", "authorization_code"),
                    new("code", code),
                    new("client_id", "acme-web"),
                    new("client_secret", "q7Rk2mZx9TfW4bLd"),
                ]));
                var token = await reply.Content.ReadAsStringAsync();
                log.LogInformation("Signed in with {Token}", token);
                return token;
            }
        }
        """;

    private const string Others = """
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.Logging;
        global using System.Net.Http;
        global using System.Threading.Tasks;

        namespace Microsoft.AspNetCore.Http
        {
            public abstract class HttpRequest
            {
                public abstract System.Collections.Generic.IReadOnlyDictionary<string, string> Query { get; }
            }
        }
        """;

    private static readonly string Picture = Path.Combine(Repository.Root, "docs", "images", "diagnostic.svg");

    [Fact]
    public async Task The_picture_shows_what_the_analyzers_say()
    {
        var drawn = EditorDrawing.Draw(await Editor.OpenAsync(Code, Others, new ReadFromConfigurationCodeFixProvider()));
        if (Environment.GetEnvironmentVariable("SDKGEN_WRITE_PAGES") is "1")
        {
            await File.WriteAllTextAsync(Picture, drawn);
        }

        Assert.True(
            drawn == (await File.ReadAllTextAsync(Picture)).ReplaceLineEndings("\n"),
            "docs/images/diagnostic.svg shows something else. Draw it anew with SDKGEN_WRITE_PAGES=1 dotnet test tests/SdkGen.OAuth.Analyzers.Tests, and look at it.");
    }
}
