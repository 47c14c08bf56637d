namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>Puts a piece of code where it can stand.</summary>
internal static class InCode
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Security.Claims;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;
        using Microsoft.IdentityModel.Tokens;

        """;

    /// <summary>Statements, in a method of a class that speaks OAuth.</summary>
    public static string Method(string statements) => Type($$"""
            async Task M(IConfiguration configuration, IHostEnvironment environment)
            {
        {{statements}}
            }
        """);

    /// <summary>Members, in such a class.</summary>
    public static string Type(string members) => Usings + $$"""
        class OAuthThing
        {
        {{members}}
        }
        """;
}
