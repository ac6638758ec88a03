import type { paths } from '../target/api'

export type Method = 'get' | 'post' | 'put' | 'delete' | 'patch'

type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>

/** The addresses that know a method. */
export type PathsWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths]

type Parameters<P extends keyof paths, M extends Method, In extends 'path' | 'query'> =
  Operation<P, M> extends { parameters: infer All } ? In extends keyof All ? NonNullable<All[In]> : never : never

type BodyOf<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { requestBody?: infer Body } ? NonNullable<Body> extends { content: infer Content } ? Content[keyof Content] : never : never

type Good = 200 | 201 | 202 | 203 | 204
type Content<R> = R extends { content: infer C } ? C extends Record<string, unknown> ? C[keyof C] : undefined : undefined

/** What a successful call gives. */
export type Answer<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer All } ? { [S in keyof All & Good]: Content<All[S]> }[keyof All & Good] : never

/** A member that must be given where the type knows one, and may not be where it does not. */
type Part<Name extends string, T> = [T] extends [never] ? unknown : Partial<T> extends T ? { [N in Name]?: T } : { [N in Name]: T }
type BodyPart<T> = [T] extends [never] ? { body?: Blob | FormData } : { body: T | Blob | FormData }

/** What a call is about: the parts of its address, its query, and its body. */
export type Ask<P extends keyof paths, M extends Method> =
  Part<'path', Parameters<P, M, 'path'>> & Part<'query', Parameters<P, M, 'query'>> & (M extends 'get' ? unknown : BodyPart<BodyOf<P, M>>)
