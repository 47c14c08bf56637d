using System.Buffers.Text;
using System.Text;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>What an access token says of its binding (RFC 7800), if it can be read, is that it is the client's own.</summary>
public sealed class TokenConfirmationTests
{
    [Theory]
    [InlineData("""{"cnf":{"jkt":"mine"}}""", SenderConstraint.DPoP, null)]
    [InlineData("""{"cnf":{"jkt":"another"}}""", SenderConstraint.DPoP, OAuthFailure.BoundToOtherKey)]
    [InlineData("""{"cnf":{"jkt":"another"}}""", SenderConstraint.None, null)]
    [InlineData("""{"cnf":{"jkt":"mine","x5t#S256":"another"}}""", SenderConstraint.DPoP, null)]
    [InlineData("""{"cnf":{"jkt":"another","x5t#S256":"mine"}}""", SenderConstraint.MutualTls, null)]
    [InlineData("""{"cnf":{"x5t#S256":"another"}}""", SenderConstraint.MutualTls, OAuthFailure.BoundToOtherKey)]
    [InlineData("""{"cnf":{"jkt":"mine"}}""", SenderConstraint.MutualTls, OAuthFailure.TokenNotBound)]
    [InlineData("""{"cnf":{"x5t#S256":5}}""", SenderConstraint.MutualTls, OAuthFailure.TokenNotBound)]
    [InlineData("""{"cnf":"mine"}""", SenderConstraint.MutualTls, OAuthFailure.TokenNotBound)]
    [InlineData("{}", SenderConstraint.MutualTls, OAuthFailure.TokenNotBound)]
    [InlineData("{}", SenderConstraint.DPoP, null)]
    public void MT_05_and_DP_26_a_token_that_can_be_read_is_bound_to_the_client(string payload, SenderConstraint constraint, OAuthFailure? failure) =>
        Assert.Equal(failure, TokenConfirmation.Check($"{Part("{}")}.{Part(payload)}.AAAA", constraint, "mine"));

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.")]
    [InlineData("e30.e30")]
    [InlineData("e30.e30.AAAA.AAAA")]
    [InlineData("W10.e30.AAAA")]
    [InlineData("e30.W10.AAAA")]
    [InlineData("e30.e3.AAAA")]
    [InlineData("e30.ew.AAAA")]
    [InlineData("e30.e30=.AAAA")]
    public void What_is_no_signed_JWT_says_nothing(string token) => Assert.Null(TokenConfirmation.Check(token, SenderConstraint.MutualTls, "mine"));

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
