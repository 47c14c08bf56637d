using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SdkGen.Benchmarks.Analyzers;

/// <summary>The files that are analyzed: some 300 lines each, as they are in an application.</summary>
internal static class SourceFiles
{
    private const int Members = 15;

    public static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    public static string Of(FileKind kind) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public sealed class Number(HttpClient http)
        {
        {{string.Concat(Enumerable.Range(0, Members).Select(number => Member(kind, number)))}}
        }
        """;

    private static string Member(FileKind kind, int number) => (kind switch
    {
        FileKind.Positive => """

                public async Task<string?> SignIn§Async(string user, string password)
                {
                    var form = new Dictionary<string, string>
                    {
                        ["grant_type"] = "password",
                        ["client_id"] = "acme-app",
                        ["username"] = user,
                        ["password"] = password,
                    };
                    var address = $"https://login.acme.example/authorize?response_type=token&client_id={user}&state=12345";
                    using var reply = await http.PostAsync(address, new FormUrlEncodedContent(form));
                    using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
                    var expires = DateTime.Now.AddSeconds(json.RootElement.GetProperty("expires_in").GetInt32());
                    Console.WriteLine(expires);
                    return json.RootElement.GetProperty("access_token").GetString();
                }
            """,
        FileKind.Secure => """

                public async Task<string?> Refresh§Async(string clientSecret, string refreshToken)
                {
                    var form = new Dictionary<string, string>
                    {
                        ["grant_type"] = "refresh_token",
                        ["client_id"] = "acme-app",
                        ["client_secret"] = clientSecret,
                        ["refresh_token"] = refreshToken,
                    };
                    using var reply = await http.PostAsync("https://login.acme.example/token", new FormUrlEncodedContent(form));
                    reply.EnsureSuccessStatusCode();
                    using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
                    var expires = DateTime.UtcNow.AddSeconds(json.RootElement.GetProperty("expires_in").GetInt32());
                    Console.WriteLine(expires);
                    var next = json.RootElement.GetProperty("refresh_token").GetString();
                    return await StoreAsync§(next ?? refreshToken, json.RootElement.GetProperty("access_token").GetString());
                }

                private Task<string?> StoreAsync§(string refreshToken, string? accessToken) => Task.FromResult(accessToken);
            """,
        _ => """

                public async Task<string?> Order§Async(string customer, string article)
                {
                    var form = new Dictionary<string, string>
                    {
                        ["order_type"] = "express",
                        ["shop_id"] = "acme-app",
                        ["customer"] = customer,
                        ["article"] = article,
                    };
                    var address = $"https://shop.acme.example/orders?kind=new&shop={customer}&page=12345";
                    using var reply = await http.PostAsync(address, new FormUrlEncodedContent(form));
                    using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
                    var delivered = DateTime.Now.AddSeconds(json.RootElement.GetProperty("seconds").GetInt32());
                    Console.WriteLine(delivered);
                    return json.RootElement.GetProperty("number").GetString();
                }
            """,
    }).Replace("§", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
