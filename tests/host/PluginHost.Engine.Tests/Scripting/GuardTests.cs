namespace PluginHost.Engine.Scripting;

public sealed class GuardTests : IDisposable
{
    private readonly ScriptBench _bench = new();
    private readonly CancellationTokenSource _cancel = new();

    public void Dispose()
    {
        _cancel.Dispose();
        _bench.Dispose();
    }

    // Each begins once it was heard, and never ends by itself. The clock stands still: who does not stop hangs the test, and is not given up.
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("for (;;) { }")]
    [InlineData("for (;;) for (;;) ;")]
    [InlineData("do { } while (true);")]
    [InlineData("do ; while (true);")]
    [InlineData("Again: goto Again;")]
    [InlineData("switch (1) { case 1: goto case 1; }")]
    [InlineData("switch (1) { default: goto default; }")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; } foreach (var n in Endless()) { }")]
    [InlineData("IEnumerable<(int, int)> Endless() { while (true) yield return (1, 2); } foreach (var (a, b) in Endless()) ;")]
    [InlineData("IEnumerable<int> Silent() { while (true) { } yield break; } Silent().Count();")]
    [InlineData("async IAsyncEnumerable<int> Endless() { while (true) { yield return 1; await Task.Yield(); } } await foreach (var n in Endless()) { }")]
    [InlineData("async Task F() { await Task.Yield(); while (true) { } } await F();")]
    [InlineData("async Task F() { while (true) await Task.Yield(); } await F();")]
    [InlineData("async void F() { await Task.Yield(); while (true) { } } F(); await new TaskCompletionSource().Task;")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(n => n + 1).Where(n => n < 0).Any();")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).All(n => n == 1);")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).All(delegate (int n) { return n == 1; });")]
    [InlineData("Func<int, Func<int, bool>> f = a => b => a == b; Enumerable.Repeat(1, int.MaxValue).All(f(1));")]
    [InlineData("(from n in Enumerable.Repeat(1, int.MaxValue) where n < 0 select n).Count();")]
    [InlineData("(from n in Enumerable.Repeat(1, int.MaxValue) select n + 1).Max(n => n);")]
    [InlineData("Array.ForEach(Enumerable.Repeat(0, 1).ToArray(), n => { while (true) { } });")]
    [InlineData("class A { static A() { while (true) { } } public static int N; } Say(A.N.ToString());")]
    [InlineData("class A { public A() { while (true) { } } } new A();")]
    [InlineData("class A { public A() => F(); static void F() { for (;;) ; } } new A();")]
    [InlineData("class A { public int N { get { while (true) { } } } } Say(new A().N.ToString());")]
    [InlineData("class A { public bool N => true; public static int operator +(A a, A b) { while (a.N) ; return 1; } } Say((new A() + new A()).ToString());")]
    [InlineData("class A { public int this[int n] { get { while (true) { } } } } Say(new A()[1].ToString());")]
    [InlineData("interface I { void F() { while (true) { } } } class A : I { } ((I)new A()).F();")]
    [InlineData("record R(int N) { public override string ToString() { while (true) { } } } Say($\"{new R(1)}\");")]
    [InlineData("while (true) { try { int.Parse(\"two\"); } catch { } }")]
    [InlineData("void F() { try { while (true) { } } catch { } } while (true) { try { F(); } catch { } }")]
    [InlineData("void F() { try { F(); } catch { F(); } } F();")]
    [InlineData("Task.WaitAll(Task.Run(() => { while (true) { } }), Task.Run(() => { for (;;) ; }));")]
    [InlineData("Again: try { while (true) { } } catch { goto Again; }")]
    [InlineData("try { while (true) { } } finally { while (true) { } }")]
    [InlineData("try { int.Parse(\"two\"); } finally { for (;;) { } }")]
    [InlineData("while (true) try { } finally { }")]
    [InlineData("$\"{Enumerable.Repeat(1, int.MaxValue).Count(n => n < 1)}\"")]
    [InlineData("lock (Args) while (true) ;")]
    public async Task Should_Stop_A_Script_That_Does_Not_Listen(string code)
    {
        (await StopAsync($"Say(\"here\");\n{code}")).ShouldBe(new ScriptCancelled());
    }

    [Fact]
    public async Task Should_Stop_What_A_Script_Loads()
    {
        _bench.Write("loop.csx", "void Loop()\n{\n    Say(\"here\");\n    while (true) { }\n}");
        _bench.Write("more.csx", "#load \"loop.csx\"\nvoid More() => Loop();");
        (await StopAsync("#load \"more.csx\"\nMore();")).ShouldBe(new ScriptCancelled());
    }

    [Fact]
    public async Task Should_Stop_A_Script_From_The_Cache()
    {
        _bench.Write("main.csx", "if (Args.Count > 0) { Say(\"here\"); while (true) { } }");
        await _bench.RunAgainAsync();
        _bench.Restart();
        _bench.Person.Heard = _ => _cancel.Cancel();
        (await _bench.RunAsync(["loop"], _cancel.Token)).ShouldBe(new ScriptCancelled());
    }

    [Fact]
    public async Task Should_Stop_One_Of_Two_Runs_Of_One_Script()
    {
        // Given
        const string Code = "var n = 0; while (!((System.Threading.ManualResetEventSlim)AppContext.GetData(\"guard.end\")).IsSet) { if (n++ == 1) Say(Args[0]); } Args[0]";
        using var end = new ManualResetEventSlim();
        using var both = new CountdownEvent(2);
        AppContext.SetData("guard.end", end);
        _bench.Person.Heard = _ => both.Signal();
        _bench.Write("main.csx", Code);
        var stopped = _bench.RunAsync(["first"], _cancel.Token);
        var other = _bench.RunAsync(["second"], CancellationToken.None);
        await Task.Run(both.Wait, TestContext.Current.CancellationToken);

        // When
        await _cancel.CancelAsync();
        (await stopped).ShouldBe(new ScriptCancelled());

        // Then
        other.IsCompleted.ShouldBeFalse();
        end.Set();
        (await other).ShouldBe(new ScriptDone { Value = "second" });
    }

    [Fact]
    public async Task Should_Stop_What_A_Script_That_Has_Ended_Left_On_The_Pool()
    {
        // Given
        AppContext.SetData("guard.left", null);
        await _bench.RunAsync("AppContext.SetData(\"guard.left\", Task.Run(() => { while (true) { } }));");

        // Then
        var left = (Task)AppContext.GetData("guard.left")!;
        AppContext.SetData("guard.left", null);
        await Should.ThrowAsync<OperationCanceledException>(() => left);
    }

    [Theory]
    [InlineData("int F(int n) => F(n + 1) + 1;\nF(0)", 1)]
    [InlineData("int F(int n)\n{\n    return F(n + 1) + 1;\n}\nF(0)", 3)]
    [InlineData("Func<int, int> f = null;\nf = n => f(n + 1) + 1;\nf(0)", 2)]
    [InlineData("Action<int> f = null;\nf = n => f(n + 1);\nf(0)", 2)]
    [InlineData("Func<int, int> f = null;\nf = delegate (int n) { return f(n + 1) + 1; };\nf(0)", 2)]
    [InlineData("class A\n{\n    public string Name => Name;\n}\nnew A().Name", 3)]
    [InlineData("class A\n{\n    public string Name { get => Name; }\n}\nnew A().Name", 3)]
    [InlineData("class A\n{\n    public int N { set => N = value; }\n}\nnew A().N = 1;", 3)]
    [InlineData("class A\n{\n    public int this[int n] => this[n + 1];\n}\nnew A()[0]", 3)]
    [InlineData("class A\n{\n    public A() { new A(); }\n}\nnew A()", 3)]
    [InlineData("class A\n{\n    A a = new A();\n}\nnew A()", 3)]
    [InlineData("class A\n{\n    A a { get; } = new();\n}\nnew A()", 3)]
    [InlineData("class A\n{\n    public static A operator +(A a, A b) => a + b;\n}\nnew A() + new A()", 3)]
    [InlineData("class A\n{\n    public static implicit operator int(A a) => (int)a + 1;\n}\n(int)new A()", 3)]
    [InlineData("class A\n{\n    public override string ToString() => $\"{this}\";\n}\nnew A().ToString()", 3)]
    [InlineData("int F(int n)\n{\n    try { return F(n + 1) + 1; } catch { return F(n + 1); }\n}\nF(0)", 3)]
    [InlineData("async Task F() => await F();\nawait F();", 1)]
    [InlineData("async Task<int> F(int n)\n{\n    return await F(n + 1) + 1;\n}\nawait F(0)", 3)]
    public async Task Should_Fail_At_The_Line_Of_A_Recursion_Without_End(string code, int line)
    {
        var failed = (await _bench.RunAsync(code)).ShouldBeOfType<ScriptFailed>();
        failed.ExceptionType.ShouldBe(nameof(InsufficientExecutionStackException));
        failed.Message.ShouldStartWith("This calls itself, directly or by way of others, without an end:");
        (failed.File, failed.Line).ShouldBe(("main.csx", line));
    }

    // What the checks are written into must mean what it meant.
    [Theory]
    [InlineData("int F(int n) => n < 2 ? n : F(n - 1) + F(n - 2);\nF(20)", "6765")]
    [InlineData("class A { public required int N { get; init; } public A B { get; } = new(1) { N = 2 }; public A(int n) { } public A() : this(1) { } } 3", "3")]
    [InlineData("class A { int _n; public ref int N => ref _n; public int M { get => _n; set => _n = value; } } var a = new A(); a.N = 4; a.M += 1; a.M", "5")]
    [InlineData("class A { public event Action E { add => value(); remove { } } } var n = 0; new A().E += () => n++; n", "1")]
    [InlineData("struct S { public int N = 7; List<int> _all = [1]; public S() { } public int Sum => N + _all.Count; } new S().Sum", "8")]
    [InlineData("class A { public List<int> All { get; } = new() { 1, 2 }; public int[] Some = { 3 }; public byte B = 4; } new A().All.Count + new A().Some[0] + new A().B", "9")]
    [InlineData("class A { public Func<int> F = () => 1; public object O = new { N = 2 }; } new A().F()", "1")]
    [InlineData("int F() => throw new Exception(\"x\"); try { F(); } catch (Exception e) { Say(e.Message); } 1", "1")]
    [InlineData("Func<int> f = () => throw new Exception(\"x\"); try { f(); } catch (Exception e) { Say(e.Message); } 1", "1")]
    [InlineData("#r \"System.Linq.Expressions\"\nSystem.Linq.Expressions.Expression<Func<int, int>> e = n => n + 1; e.ToString()", "n => (n + 1)")]
    [InlineData("#r \"System.Linq.Expressions\"\n#r \"System.Linq.Queryable\"\n(from n in new[] { 1, 2, 3 }.AsQueryable() where n > 1 select n * 2).Sum()", "10")]
    [InlineData("(from n in new[] { 1, 2, 3 } let m = n * n where m > 1 orderby m descending select m).First()", "9")]
    [InlineData("(from n in new[] { 1, 2 } from m in new[] { 10, 20 } select new { n, m }).Sum(p => p.n * p.m)", "90")]
    [InlineData("(from n in new[] { 1, 2, 3 } group n by n % 2 into g select g.Key).Count()", "2")]
    [InlineData("delegate ref int R(int[] a); R r = (int[] a) => ref a[0]; var a = new[] { 1 }; r(a) = 5; a[0]", "5")]
    [InlineData("var f = (int x = 3) => x + 1; f()", "4")]
    [InlineData("Func<string> f = () => null; f() ?? \"none\"", "none")]
    [InlineData("Func<Func<int>> f = () => () => 2; f()()", "2")]
    [InlineData("int F(Func<int> f) => 1; int F(Action f) => 2; var n = 0; F(() => n++)", "1")]
    [InlineData("int F(Func<Task> f) => 1; int F(Func<Task<int>> f) => 2; F(async () => await Task.FromResult(1))", "2")]
    [InlineData("async Task<int> F() => await Task.FromResult(3); async ValueTask G() => await Task.Yield(); await G(); await F()", "3")]
    [InlineData("Func<Task> f = async () => await Task.Yield(); await f(); 1", "1")]
    [InlineData("var n = 0; Again: if (n++ < 5) goto Again; n", "6")]
    [InlineData("var s = \"\"; switch (1) { case 1: s += 1; goto case 2; case 2: s += 2; goto default; default: s += 3; break; } s", "123")]
    [InlineData("var n = 0; for (int i = 0, j = 9; i < j; i++, j--) n++; do n++; while (n < 9); while (n < 12) n++; foreach (var c in \"abc\") n++; n", "15")]
    [InlineData("var n = 0; foreach (var i in new[] { 1, 2, 3 }) { if (i == 2) continue; n += i; } n", "4")]
    [InlineData("#define X\n#if X\nint F() => // one\n    1;\n#else\nint F() => 2;\n#endif\nF()", "1")]
    [InlineData("class A { ~A() { } } class B { ~B() => ToString(); } new A(); new B(); 1", "1")]
    [InlineData("static T Twice<T>(T n, Func<T, T> f) => f(f(n)); Twice(3, n => n * 2)", "12")]
    [InlineData("interface I { static abstract int N { get; } static virtual int M() => 1; } struct S : I { public static int N => 4; } int G<T>() where T : I => T.N + T.M(); G<S>()", "5")]
    [InlineData("extension(string)\n{\n}\n1", null)]
    [InlineData("var t = (1, 2) switch { (1, var x) when new Func<int, bool>(y => y == 2)(x) => \"two\", _ => \"none\" }; t", "two")]
    [InlineData("try { int.Parse(\"two\"); } catch (FormatException e) when (e.Message.Length > 1) { Say(e.Message); } 1", "1")]
    [InlineData("try { throw new Exception(\"a\"); } catch (Exception e) when (e.Message == \"a\") { try { throw; } catch (Exception) { try { throw; } catch { } } } 1", "1")]
    [InlineData("try { throw new Exception(\"a\"); } catch (Exception @class) when (false || @class.Message == \"a\") { } 1", "1")]
    [InlineData("void F<T>() where T : Exception { try { throw new Exception(); } catch (T) { } catch { } } F<FormatException>(); 1", "1")]
    [InlineData("try { throw new OperationCanceledException(); } catch (OperationCanceledException) { } 1", "1")]
    [InlineData("[System.Obsolete] int F() => 1; [return: System.Diagnostics.CodeAnalysis.NotNull] object G() => 1; (int)G()", "1")]
    public async Task Should_Change_Nothing_Else(string code, string? value)
    {
        // Given
        var guarded = await _bench.RunAsync(code);
        var plain = await _bench.Unguarded().RunAgainAsync([]);

        // Then
        guarded.ToString().ShouldBe(plain.ToString());
        if (value is not null)
            guarded.ShouldBeOfType<ScriptDone>().Value.ToString().ShouldBe(value);
    }

    [Theory]
    [InlineData("int F() => 1; while (F() == 1) { nothing(); }", 34)]
    [InlineData("for (;;) foreach (var n in new[] { 1 }) nothing();", 41)]
    [InlineData("var f = (int n) => n + nothing;", 24)]
    [InlineData("class A { int N => nothing; }", 20)]
    public async Task Should_Show_The_Column_That_A_Person_Has_Written(string code, int column)
    {
        var diagnostic = (await _bench.RunAsync(code)).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Line, diagnostic.Column, diagnostic.SourceLine).ShouldBe(("CS0103", 1, column, code));
    }

    [Fact]
    public async Task Should_Show_The_Line_That_Threw_Within_Loops_And_Lambdas()
    {
        var failed = (await _bench.RunAsync("while (true)\n{\n    foreach (var n in new[] { 1 })\n        new List<int> { 1 }.ForEach(m =>\n            int.Parse(\"two\"));\n}"))
            .ShouldBeOfType<ScriptFailed>();
        (failed.ExceptionType, failed.Line, failed.SourceLine).ShouldBe(("FormatException", 5, "            int.Parse(\"two\"));"));
    }

    [Fact]
    public async Task Should_Compile_Anew_What_Was_Compiled_Without_The_Guard()
    {
        _bench.Write("main.csx", "if (Args.Count > 0) { Say(\"here\"); while (true) { } }");
        await _bench.Unguarded().RunAgainAsync([]);
        _bench.Person.Heard = _ => _cancel.Cancel();
        (await _bench.RunAsync(["loop"], _cancel.Token)).ShouldBe(new ScriptCancelled());
    }

    private Task<ScriptOutcome> StopAsync(string code)
    {
        // On another thread, and not at once: the script shall be in the middle of it.
        _bench.Person.Heard = _ => Task.Run(_cancel.Cancel);
        _bench.Write("main.csx", code);
        return _bench.RunAsync([], _cancel.Token);
    }
}
