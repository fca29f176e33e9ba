namespace Gen.Compiler.Ir;

/// <summary>
/// Data that a model computes from its data when it is constructed, before anything else looks at them: a length that a reduction of data
/// decides, or what one of the user's own methods returns.
/// </summary>
/// <param name="Array">The array, of role <see cref="ArrayRole.Prepared"/>.</param>
/// <param name="Type">Its type in C#.</param>
/// <param name="Sizes">For a method's result, the size of each dimension, which nothing but the result tells; otherwise none.</param>
/// <param name="Steps">The steps that compute it and what it is made of; none for a method's result.</param>
/// <param name="Call">The call that gives it, or null.</param>
public sealed record PreparedData(int Array, ParameterType Type, EquatableArray<int> Sizes, EquatableArray<Step> Steps, PreparedCall? Call);

/// <summary>A call of a method that the compiler does not read, with data alone.</summary>
/// <param name="Method">The method as code that reaches it: <c>global::Acme.Data.Normalise</c>.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Forward">The member of the model's class through which a method is reached that only that class may call, or null.</param>
public sealed record PreparedCall(string Method, EquatableArray<PreparedArgument> Arguments, ForwardingMember? Forward);

/// <summary>An argument of a method that is called when the model is constructed.</summary>
/// <param name="Parameter">The method's parameter.</param>
/// <param name="Array">The data that it is given, or −1 for a literal.</param>
/// <param name="Type">The type of that in C#.</param>
/// <param name="Literal">The literal as code.</param>
public sealed record PreparedArgument(string Parameter, int Array, ParameterType Type, string Literal);
