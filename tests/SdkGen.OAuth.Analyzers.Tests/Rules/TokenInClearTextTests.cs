namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH5005.</summary>
public sealed class TokenInClearTextTests
{
    [Theory]
    [InlineData("""File.WriteAllText(path, {|OAUTH5005:refreshToken|});""")]
    [InlineData("""File.WriteAllText("token.json", {|OAUTH5005:JsonConvert.SerializeObject(oAuthToken)|});""")]
    [InlineData("""await File.WriteAllTextAsync(path, {|OAUTH5005:JsonSerializer.Serialize(tokenResponse)|});""")]
    [InlineData("""using var writer = new StreamWriter(path); writer.WriteLine({|OAUTH5005:refreshToken|});""")]
    [InlineData("""Preferences.Set("token", {|OAUTH5005:accessToken|});""")]
    [InlineData("""PlayerPrefs.SetString("token", {|OAUTH5005:accessToken|});""")]
    [InlineData("""Properties.Settings.Default.Token = {|OAUTH5005:accessToken|};""")]
    [InlineData("""ApplicationData.Current.LocalSettings.Values["token"] = {|OAUTH5005:accessToken|};""")]
    [InlineData("""Application.Current.Properties["token"] = {|OAUTH5005:accessToken|};""")]
    [InlineData("""Registry.SetValue(path, "token", {|OAUTH5005:accessToken|});""")]
    [InlineData("""await localStorage.SetItemAsync("token", {|OAUTH5005:accessToken|});""")]
    [InlineData("""await js.InvokeVoidAsync("localStorage.setItem", "token", {|OAUTH5005:accessToken|});""")]
    public Task A_stored_token_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""File.WriteAllText(path, Protect(refreshToken));""")]
    [InlineData("""File.WriteAllBytes(path, ProtectedData.Protect(Encoding.UTF8.GetBytes(refreshToken), null, DataProtectionScope.CurrentUser));""")]
    [InlineData("""Encryption.EncryptToFile(path, refreshToken);""")]
    [InlineData("""refreshToken = Encrypt(refreshToken); File.WriteAllText(path, refreshToken);""")]
    [InlineData("""await SecureStorage.SetAsync("token", accessToken);""")]
    [InlineData("""Preferences.Set("has_token", accessToken is not null);""")]
    [InlineData("""File.WriteAllText(accessTokenPath, "nothing");""")]
    [InlineData("""cache.Set("token", accessToken);""")]
    [InlineData("""using var writer = new StreamWriter(request.GetRequestStream()); writer.Write(accessToken);""")]
    public Task Encrypted_tokens_and_other_stores_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH5005 // The volume is encrypted and of this service alone.
        File.WriteAllText(path, refreshToken);
        #pragma warning restore OAUTH5005
        """));

    private static string InMethod(string statement) => $$"""
        using System.IO;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        class C
        {
            async Task M(string path, string accessToken, string refreshToken)
            {
        {{statement}}
            }
        }
        """;
}
