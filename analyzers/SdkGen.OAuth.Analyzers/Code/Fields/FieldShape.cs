namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The way in which code states a parameter.</summary>
internal enum FieldShape
{
    /// <summary><c>form["client_secret"] = value</c>, in an initializer too.</summary>
    Indexer,

    /// <summary><c>{ "client_secret", value }</c> in a collection initializer.</summary>
    Element,

    /// <summary><c>Add("client_secret", value)</c>, whatever the method is called.</summary>
    Call,

    /// <summary><c>new KeyValuePair&lt;string, string>("client_secret", value)</c>, <c>new("client_secret", value)</c> or a tuple.</summary>
    Pair,

    /// <summary><c>new { client_secret = value }</c>.</summary>
    Anonymous,

    /// <summary><c>"…&amp;client_secret=value"</c> in a literal, an interpolation, a concatenation or a format.</summary>
    Text,

    /// <summary><c>options.ClientSecret = value</c>, in an object initializer too.</summary>
    Member,

    /// <summary><c>string clientSecret = value</c>: a field, a local variable, or a property with a value.</summary>
    Variable,

    /// <summary><c>Connect(clientSecret: value)</c>, or the parameter of that name without its name.</summary>
    Argument,

    /// <summary><c>WithClientSecret(value)</c>.</summary>
    Builder,
}
