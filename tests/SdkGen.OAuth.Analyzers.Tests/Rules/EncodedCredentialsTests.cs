namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH3003. <c>acme-job:q7Rk2mZx9TfW4bLd</c> is made up.</summary>
public sealed class EncodedCredentialsTests
{
    [Theory]
    [InlineData("""request.Headers.Add("Authorization", {|OAUTH3003:"Basic YWNtZS1qb2I6cTdSazJtWng5VGZXNGJMZA=="|});""")]
    [InlineData("""request.Headers.Authorization = new AuthenticationHeaderValue("Basic", {|OAUTH3003:"YWNtZS1qb2I6cTdSazJtWng5VGZXNGJMZA=="|});""")]
    [InlineData("""const string encoded = {|OAUTH3003:"YWNtZS1qb2I6cTdSazJtWng5VGZXNGJMZA=="|}; request.Headers.Add("Authorization", "basic " + encoded);""")]
    [InlineData("""var header = "Authorization: Basic " + {|OAUTH3003:"Y2xpZW50OnNlY3JldA=="|};""")]
    public Task Credentials_are_found_behind_their_base64(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task They_are_found_in_an_attribute() =>
        Verify.CodeAsync("""interface IApi { [Headers({|OAUTH3003:"Authorization: Basic YWNtZS1qb2I6cTdSazJtWng5VGZXNGJMZA=="|})] void Token(); }""");

    [Theory]
    // "https://acme.example/a", {"a":"b","c":"d"}, "hello world, hello", bytes, and "user:<your-password>".
    [InlineData("""var authorization = "aHR0cHM6Ly9hY21lLmV4YW1wbGUvYQ==";""")]
    [InlineData("""var authorization = "eyJhIjoiYiIsImMiOiJkIn0=";""")]
    [InlineData("""var authorization = "aGVsbG8gd29ybGQsIGhlbGxv";""")]
    [InlineData("""var authorization = "q83vASNFZ4mrze8BI0VniavN7wEjRWeJ";""")]
    [InlineData("""var authorization = "dXNlcjo8eW91ci1wYXNzd29yZD4=";""")]
    [InlineData("""var authorization = "Basic " + Convert.ToBase64String(credentials);""")]
    [InlineData("""var authorization = "Basic realm=\"acme\"";""")]
    public Task Other_base64_is_left_alone(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH3003 // Of the public demo.
        request.Headers.Add("Authorization", "Basic YWNtZS1qb2I6cTdSazJtWng5VGZXNGJMZA==");
        #pragma warning restore OAUTH3003
        """));

    private static string InMethod(string statement) => $$"""class C { void M() { {{statement}} } }""".Replace("{ #pragma", "{\n#pragma", StringComparison.Ordinal).Replace("OAUTH3003 }", "OAUTH3003\n}", StringComparison.Ordinal);
}
